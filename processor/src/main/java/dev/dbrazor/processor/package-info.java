/**
 * The processors javac runs: read a record, make its statements, verify them, write the classes.
 */
@NullMarked
package dev.dbrazor.processor;

import org.jspecify.annotations.NullMarked;
