package dev.dbrazor.features.plugins;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Id;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;

/** With constraints. */
@Collection("guarded")
public record Guarded(@Id long id, @NotBlank String name, @Max(10) int count) {}
