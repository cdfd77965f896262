/** Paths, conditions and queries. */
@NullMarked
package dev.dbrazor.query;

import org.jspecify.annotations.NullMarked;
