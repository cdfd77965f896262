/** WordNet 3.1, whole: 117,791 synsets, their words and their relations. */
@NullMarked
package dev.dbrazor.features.wordnet;

import org.jspecify.annotations.NullMarked;
