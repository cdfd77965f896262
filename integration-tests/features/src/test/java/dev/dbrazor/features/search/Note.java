package dev.dbrazor.features.search;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.FullText;
import dev.dbrazor.annotation.Id;

/** Words by their stem; the id is the database's own key. */
@Collection("stemmed_notes")
public record Note(
    @Id long id, @FullText(tokenizer = "porter unicode61 remove_diacritics 2") String text) {}
