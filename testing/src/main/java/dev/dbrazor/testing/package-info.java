/** For tests of programs that use the library: a database for each test, its statements counted. */
@NullMarked
package dev.dbrazor.testing;

import org.jspecify.annotations.NullMarked;
