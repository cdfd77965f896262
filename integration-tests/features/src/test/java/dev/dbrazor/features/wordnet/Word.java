package dev.dbrazor.features.wordnet;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Id;
import dev.dbrazor.annotation.Indexed;
import dev.dbrazor.annotation.References;

/**
 * A word in one of its meanings.
 *
 * @param place 0 for the most usual word of the meaning
 */
@Collection(value = "words", expectedRows = 200_000)
public record Word(
    @Id long id, @References(Synset.class) long synsetId, int place, @Indexed String text) {}
