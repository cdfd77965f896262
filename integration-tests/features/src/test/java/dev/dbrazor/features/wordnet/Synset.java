package dev.dbrazor.features.wordnet;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Id;
import dev.dbrazor.wordnet.PartOfSpeech;

/** One meaning; its id is given. */
@Collection(value = "synsets", expectedRows = 117_791)
public record Synset(@Id long id, PartOfSpeech part, String gloss) {}
