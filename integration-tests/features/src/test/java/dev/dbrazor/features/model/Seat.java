package dev.dbrazor.features.model;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Id;
import dev.dbrazor.annotation.Version;
import org.jspecify.annotations.Nullable;

/** A composite key. */
@Collection("seats")
public record Seat(
    @Id String room, @Id long number, @Nullable String guest, @Version int version) {}
