package dev.dbrazor.vector;

/**
 * A row near a query.
 *
 * @param row its key
 */
public record Neighbour(long row, double distance) {}
