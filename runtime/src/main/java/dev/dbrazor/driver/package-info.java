/** The lowest ring: what an SQLite engine must offer, and what it is made of. */
@NullMarked
package dev.dbrazor.driver;

import org.jspecify.annotations.NullMarked;
