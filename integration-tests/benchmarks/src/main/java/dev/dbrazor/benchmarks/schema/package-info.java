/** What schemas cost: to look at when a file is opened, and to change. */
@NullMarked
package dev.dbrazor.benchmarks.schema;

import org.jspecify.annotations.NullMarked;
