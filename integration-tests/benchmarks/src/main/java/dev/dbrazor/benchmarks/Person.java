package dev.dbrazor.benchmarks;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Id;
import org.jspecify.annotations.Nullable;

/** Eight columns of the usual kinds: what both sides store and read. */
@Collection("people")
public record Person(
    @Id long id,
    String name,
    String email,
    @Nullable String city,
    int age,
    double score,
    boolean active,
    long joined) {}
