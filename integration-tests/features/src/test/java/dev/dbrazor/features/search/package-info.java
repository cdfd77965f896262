/** I: search by words, by nearness of vectors, and by both. */
@NullMarked
package dev.dbrazor.features.search;

import org.jspecify.annotations.NullMarked;
