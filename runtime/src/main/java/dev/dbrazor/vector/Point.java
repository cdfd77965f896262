package dev.dbrazor.vector;

/**
 * A committed state of the database for which an index is complete.
 *
 * @param number counts from 1 in each index
 * @param sequence number of the newest entry in the log then
 * @param tag random number of that entry: a log with it has all the entries before it, too
 */
record Point(int number, long sequence, long tag) {}
