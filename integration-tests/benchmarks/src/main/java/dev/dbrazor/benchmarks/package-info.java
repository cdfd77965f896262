/** DBRazor beside hand-written JDBC over the same driver and the same engine. */
@NullMarked
package dev.dbrazor.benchmarks;

import org.jspecify.annotations.NullMarked;
