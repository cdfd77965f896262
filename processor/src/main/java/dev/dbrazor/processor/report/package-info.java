/** What is wrong with a record, as values, and the one place that tells the compiler. */
@NullMarked
package dev.dbrazor.processor.report;

import org.jspecify.annotations.NullMarked;
