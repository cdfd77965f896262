package dev.dbrazor.driver;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which SQLite a driver may use.
 *
 * @param library the file to use and no other, absolute; null: what the driver finds by itself
 * @param acceptOlder whether an engine is taken that {@link EngineVersion#isSafe} warns about, or
 *     that lacks a feature
 */
public record EngineChoice(@Nullable Path library, boolean acceptOlder) {
  /** What the driver finds by itself and is safe to use. */
  public static final EngineChoice SAFE = new EngineChoice(null, false);
}
