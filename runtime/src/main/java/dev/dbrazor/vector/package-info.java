/**
 * Nearest neighbours: exact distances over rows, and sketches in memory that choose which rows are
 * worth reading. The rows are the only truth; everything here is derived from them.
 */
@NullMarked
package dev.dbrazor.vector;

import org.jspecify.annotations.NullMarked;
