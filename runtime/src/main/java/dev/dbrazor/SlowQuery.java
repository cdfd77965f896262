package dev.dbrazor;

import java.time.Duration;

/**
 * A statement that took longer than the threshold of slow queries.
 *
 * @param sql its text, without the values of its parameters
 * @param elapsed the time the engine needed, to compile and to run it; without waiting for a
 *     connection, and without what the program did between two rows
 * @param rows the rows it returned; where it returns none, the rows it changed
 * @param plan how the engine runs it; empty where that could not be asked any more
 */
public record SlowQuery(String sql, Duration elapsed, long rows, QueryPlan plan) {}
