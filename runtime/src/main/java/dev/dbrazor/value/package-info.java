/** The exact stored forms of values, shared by columns and JSON documents. */
@NullMarked
package dev.dbrazor.value;

import org.jspecify.annotations.NullMarked;
