/** What reading and writing leaves on the heap. */
@NullMarked
package dev.dbrazor.features.memory;

import org.jspecify.annotations.NullMarked;
