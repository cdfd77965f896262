/** What the reader finds in WordNet 3.1. */
@NullMarked
package dev.dbrazor.wordnet;

import org.jspecify.annotations.NullMarked;
