/** DBRazor beside other ways of keeping records in SQLite files. */
@NullMarked
package dev.dbrazor.benchmarks;

import org.jspecify.annotations.NullMarked;
