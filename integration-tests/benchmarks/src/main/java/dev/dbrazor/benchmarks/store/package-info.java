/** What is stored, and the one interface through which every way of storing it is measured. */
@NullMarked
package dev.dbrazor.benchmarks.store;

import org.jspecify.annotations.NullMarked;
