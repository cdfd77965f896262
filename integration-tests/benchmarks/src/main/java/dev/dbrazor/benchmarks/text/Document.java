package dev.dbrazor.benchmarks.text;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.FullText;
import dev.dbrazor.annotation.Id;

/** A title and a text of some eighty words. */
@Collection("documents")
public record Document(@Id long id, @FullText(weight = 5) String title, @FullText String text) {}
