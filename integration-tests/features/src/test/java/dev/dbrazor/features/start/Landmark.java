package dev.dbrazor.features.start;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Id;

/** A row of two columns. */
@Collection("landmarks")
record Landmark(@Id long id, String name) {}
