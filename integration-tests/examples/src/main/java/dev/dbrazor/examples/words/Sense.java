package dev.dbrazor.examples.words;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.FullText;
import dev.dbrazor.annotation.Id;
import dev.dbrazor.annotation.Indexed;
import dev.dbrazor.annotation.Vector;
import dev.dbrazor.wordnet.PartOfSpeech;

/** Words of one meaning, what they mean, and where that lies among all meanings. */
@Collection(value = "senses", expectedRows = 120_000)
public record Sense(
    @Id long id,
    @Indexed PartOfSpeech partOfSpeech,
    @FullText(weight = 2, tokenizer = "porter") String words,
    @FullText String gloss,
    @Vector(dimensions = 384) float[] meaning) {}
