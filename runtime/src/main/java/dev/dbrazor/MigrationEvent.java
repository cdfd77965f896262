package dev.dbrazor;

import java.time.Duration;
import java.util.Optional;

/**
 * A collection was brought to the program's version, or could not be.
 *
 * @param version the program's
 * @param elapsed waiting for others, and a backup before it, included
 * @param error why it was left as it was; empty when it was not
 */
public record MigrationEvent(
    String collection, int version, Duration elapsed, Optional<DbRazorException> error) {}
