/** Conditions, orders, pages, projections and plain SQL. */
@NullMarked
package dev.dbrazor.features.queries;

import org.jspecify.annotations.NullMarked;
