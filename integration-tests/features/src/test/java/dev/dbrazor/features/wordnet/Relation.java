package dev.dbrazor.features.wordnet;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.ForeignKeyAction;
import dev.dbrazor.annotation.Id;
import dev.dbrazor.annotation.References;
import dev.dbrazor.wordnet.Relation.Type;

/** How one meaning relates to another. */
@Collection(value = "relations", expectedRows = 350_000)
public record Relation(
    @Id long id,
    Type type,
    @References(value = Synset.class, onDelete = ForeignKeyAction.CASCADE) long fromId,
    @References(value = Synset.class, onDelete = ForeignKeyAction.CASCADE) long toId) {}
