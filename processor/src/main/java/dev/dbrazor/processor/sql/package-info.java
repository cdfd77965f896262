/**
 * Pure functions from a model to statement texts; what differs between engines is in {@link
 * dev.dbrazor.processor.sql.Dialect}.
 */
@NullMarked
package dev.dbrazor.processor.sql;

import org.jspecify.annotations.NullMarked;
