package dev.dbrazor.features.types;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Id;
import java.util.List;

/** What may be large. */
@Collection("notes")
record Note(@Id long id, String text, byte[] bytes, Page page, List<String> pages) {}
