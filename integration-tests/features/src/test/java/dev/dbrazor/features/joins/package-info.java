/** Joins, groups, aggregates, subqueries and children. */
@NullMarked
package dev.dbrazor.features.joins;

import org.jspecify.annotations.NullMarked;
