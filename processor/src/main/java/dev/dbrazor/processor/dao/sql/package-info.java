/**
 * Understands the user's own statements as far as their parameters and results need it: pure
 * functions from text to syntax to facts. Whether a statement is right is for the engine to say.
 */
@NullMarked
package dev.dbrazor.processor.dao.sql;

import org.jspecify.annotations.NullMarked;
