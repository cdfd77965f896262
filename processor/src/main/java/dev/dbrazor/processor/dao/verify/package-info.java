/** Prepares the user's statements in an in-memory SQLite that has the tables of all collections. */
@NullMarked
package dev.dbrazor.processor.dao.verify;

import org.jspecify.annotations.NullMarked;
