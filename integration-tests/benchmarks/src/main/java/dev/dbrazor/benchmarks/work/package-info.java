/** What JMH measures: the work that is the same for everybody. */
@NullMarked
package dev.dbrazor.benchmarks.work;

import org.jspecify.annotations.NullMarked;
