/** Transactions, savepoints and what is seen when. */
@NullMarked
package dev.dbrazor.features.transactions;

import org.jspecify.annotations.NullMarked;
