package dev.dbrazor.features.model;

import dev.dbrazor.annotation.Check;
import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Column;
import dev.dbrazor.annotation.Default;
import dev.dbrazor.annotation.ForeignKeyAction;
import dev.dbrazor.annotation.Id;
import dev.dbrazor.annotation.Index;
import dev.dbrazor.annotation.References;
import dev.dbrazor.annotation.Unique;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** References of each kind, checks, defaults, and indexes over several columns. */
@Collection(
    value = "books",
    indexes = {
      @Index(columns = {"author_id", "published"}),
      @Index(
          columns = {"shelf", "place"},
          unique = true,
          where = "lent = 0")
    })
public record Book(
    @Id long id,
    @References(value = Author.class, onDelete = ForeignKeyAction.CASCADE) Author.AuthorId authorId,
    @References(value = Author.class, onDelete = ForeignKeyAction.SET_NULL)
        Author.@Nullable AuthorId editorId,
    @References(value = Author.class, onDelete = ForeignKeyAction.RESTRICT, indexed = false)
        Author.@Nullable AuthorId translatorId,
    @Column("published") @Check("published BETWEEN 1400 AND 2100") int year,
    @Default("'unknown'") @Nullable String genre,
    @Default("7") @Nullable Integer rating,
    @Unique @Nullable UUID barcode,
    String shelf,
    int place,
    boolean lent) {}
