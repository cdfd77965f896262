package dev.dbrazor;

/**
 * How far the rebuild of a table is.
 *
 * @param version the version the collection goes to
 * @param done rows taken over in the current step
 * @param rows rows there were at the beginning
 */
public record MigrationProgress(String collection, int version, long done, long rows) {}
