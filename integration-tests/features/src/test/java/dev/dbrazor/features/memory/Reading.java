package dev.dbrazor.features.memory;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Id;
import org.jspecify.annotations.Nullable;

/** A record of the usual kinds of columns. */
@Collection("readings")
public record Reading(
    @Id long id,
    String sensor,
    @Nullable String note,
    int counter,
    double value,
    boolean valid,
    long taken) {}
