package dev.dbrazor;

import java.time.Duration;

/**
 * A thread has waited for a connection, because all were in use.
 *
 * @param writing whether for the one that writes
 * @param acquired false when it has waited in vain, and fails
 */
public record ConnectionWait(boolean writing, Duration elapsed, boolean acquired) {}
