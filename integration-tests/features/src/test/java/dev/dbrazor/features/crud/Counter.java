package dev.dbrazor.features.crud;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Id;
import org.jspecify.annotations.Nullable;

/** A number without a version: concurrent increments all count. */
@Collection("counters")
public record Counter(@Id String id, long value, @Nullable Integer seen) {}
