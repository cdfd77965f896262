/** How fast and how well vectors are searched, beside an exact scan and sqlite-vec. */
@NullMarked
package dev.dbrazor.vectors;

import org.jspecify.annotations.NullMarked;
