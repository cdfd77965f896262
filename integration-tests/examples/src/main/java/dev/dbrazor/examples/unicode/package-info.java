/** The Unicode catalogue of the running JDK, stored in a file and asked questions. */
@NullMarked
package dev.dbrazor.examples.unicode;

import org.jspecify.annotations.NullMarked;
