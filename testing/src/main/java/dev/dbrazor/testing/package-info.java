/**
 * For tests of programs that use the library: a database for each test, its statements counted, and
 * a tester of migrations.
 */
@NullMarked
package dev.dbrazor.testing;

import org.jspecify.annotations.NullMarked;
