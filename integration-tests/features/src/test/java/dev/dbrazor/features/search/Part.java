package dev.dbrazor.features.search;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.ForeignKeyAction;
import dev.dbrazor.annotation.FullText;
import dev.dbrazor.annotation.Id;
import dev.dbrazor.annotation.References;

/** Any part of a code, by three characters; gone with its note. */
@Collection("coded_parts")
public record Part(
    @Id long id,
    @References(value = Note.class, onDelete = ForeignKeyAction.CASCADE) long noteId,
    @FullText(tokenizer = "trigram") String code) {}
