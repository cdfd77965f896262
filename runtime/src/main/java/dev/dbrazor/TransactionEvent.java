package dev.dbrazor;

import java.time.Duration;
import java.util.Optional;

/**
 * An outermost transaction that has ended.
 *
 * @param elapsed waiting for a connection included
 * @param error what it was rolled back for; empty when it was committed
 */
public record TransactionEvent(Duration elapsed, Optional<Throwable> error) {}
