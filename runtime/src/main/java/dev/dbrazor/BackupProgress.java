package dev.dbrazor;

/**
 * How far a backup is.
 *
 * @param written bytes of the copy so far
 * @param expected bytes it will have; never less than those written
 */
public record BackupProgress(long written, long expected) {}
