/** Full-text search beside the same search by hand. */
@NullMarked
package dev.dbrazor.benchmarks.text;

import org.jspecify.annotations.NullMarked;
