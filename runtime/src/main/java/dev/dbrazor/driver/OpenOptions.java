package dev.dbrazor.driver;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How one connection is opened.
 *
 * @param file the database file
 * @param mode whether it may be written or made
 * @param busyTimeout how long the engine waits for locks of other connections; milliseconds count
 * @param maxValueBytes the longest text, BLOB or row
 */
public record OpenOptions(Path file, OpenMode mode, Duration busyTimeout, int maxValueBytes) {}
