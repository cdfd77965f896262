/** The dictionary, made of a few hundred senses. */
@NullMarked
package dev.dbrazor.examples.words;

import org.jspecify.annotations.NullMarked;
