/** Every component type, stored and read back. */
@NullMarked
package dev.dbrazor.features.types;

import org.jspecify.annotations.NullMarked;
