package dev.dbrazor.features.dao;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Id;
import org.jspecify.annotations.Nullable;

/** A tree by reference to the boss. */
@Collection("staff")
public record Employee(@Id long id, @Nullable Long bossId, String name) {}
