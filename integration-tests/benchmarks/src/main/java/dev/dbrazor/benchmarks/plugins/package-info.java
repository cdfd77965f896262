/** What plugins and listeners cost, and what it costs to have none. */
@NullMarked
package dev.dbrazor.benchmarks.plugins;

import org.jspecify.annotations.NullMarked;
