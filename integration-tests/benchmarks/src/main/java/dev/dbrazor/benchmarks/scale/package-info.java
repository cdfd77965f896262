/** How DBRazor grows with rows, threads and records, and what its design gains. */
@NullMarked
package dev.dbrazor.benchmarks.scale;

import org.jspecify.annotations.NullMarked;
