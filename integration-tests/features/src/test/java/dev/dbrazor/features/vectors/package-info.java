/** Vectors: exact, by sketches, and never stale. */
@NullMarked
package dev.dbrazor.features.vectors;

import org.jspecify.annotations.NullMarked;
