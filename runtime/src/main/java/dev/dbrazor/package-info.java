/** The front door: databases, transactions, plain SQL, and every error of the library. */
@NullMarked
package dev.dbrazor;

import org.jspecify.annotations.NullMarked;
