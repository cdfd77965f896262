/** Results as numbers, as tables and as a plot. */
@NullMarked
package dev.dbrazor.benchmarks.report;

import org.jspecify.annotations.NullMarked;
