package dev.dbrazor.plugin;

import java.time.Duration;

/**
 * What one kind of statement came to.
 *
 * @param calls those that failed included
 * @param rows read, or changed
 * @param elapsed of all calls together
 */
public record CallCount(long calls, long errors, long rows, Duration elapsed) {}
