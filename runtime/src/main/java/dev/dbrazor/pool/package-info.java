/** Connections, prepared statements and transactions. */
@NullMarked
package dev.dbrazor.pool;

import org.jspecify.annotations.NullMarked;
