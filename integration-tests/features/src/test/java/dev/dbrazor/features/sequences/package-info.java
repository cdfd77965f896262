/** Rows that are numbered in their streams. */
@NullMarked
package dev.dbrazor.features.sequences;

import org.jspecify.annotations.NullMarked;
