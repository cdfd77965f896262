/** What typed queries and checked SQL cost beside text written by hand. */
@NullMarked
package dev.dbrazor.benchmarks.queries;

import org.jspecify.annotations.NullMarked;
