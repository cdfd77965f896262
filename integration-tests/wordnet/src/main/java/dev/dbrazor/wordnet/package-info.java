/** Reads WordNet 3.1 from the data files of its Maven artifact. */
@NullMarked
package dev.dbrazor.wordnet;

import org.jspecify.annotations.NullMarked;
