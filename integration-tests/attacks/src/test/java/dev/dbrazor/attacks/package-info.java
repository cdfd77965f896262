/** Attempts to make the product lose, mix up or leak something. */
@NullMarked
package dev.dbrazor.attacks;

import org.jspecify.annotations.NullMarked;
