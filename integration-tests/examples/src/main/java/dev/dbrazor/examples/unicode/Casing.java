package dev.dbrazor.examples.unicode;

import org.jspecify.annotations.Nullable;

/**
 * The case mappings of a character; null where the mapping is the character itself. A mapping may
 * be longer than one character.
 */
public record Casing(@Nullable String upper, @Nullable String lower, @Nullable String title) {}
