package dev.dbrazor.features.joins;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Id;
import org.jspecify.annotations.Nullable;

/** Has a boss of its own kind. */
@Collection("employees")
public record Employee(@Id long id, String name, @Nullable Long managerId, int salary) {}
