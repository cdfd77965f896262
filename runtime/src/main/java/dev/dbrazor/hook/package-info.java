/** How the calls of a database reach its plugins; no part of the API. */
@NullMarked
package dev.dbrazor.hook;

import org.jspecify.annotations.NullMarked;
