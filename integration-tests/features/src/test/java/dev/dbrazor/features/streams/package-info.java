/** Live cursors. */
@NullMarked
package dev.dbrazor.features.streams;

import org.jspecify.annotations.NullMarked;
