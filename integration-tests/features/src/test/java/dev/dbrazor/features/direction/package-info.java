/** Which packages may know which. */
@NullMarked
package dev.dbrazor.features.direction;

import org.jspecify.annotations.NullMarked;
