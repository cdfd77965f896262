/** Whole processes that are timed from outside. */
@NullMarked
package dev.dbrazor.benchmarks.start;

import org.jspecify.annotations.NullMarked;
