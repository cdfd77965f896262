/**
 * Proof of statement texts by a real SQLite inside the compiler; the only package that knows one.
 */
@NullMarked
package dev.dbrazor.processor.verify;

import org.jspecify.annotations.NullMarked;
