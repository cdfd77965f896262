/** Finds the word by its meaning: WordNet, searched by words, by meaning, and by both. */
@NullMarked
package dev.dbrazor.examples.words;

import org.jspecify.annotations.NullMarked;
