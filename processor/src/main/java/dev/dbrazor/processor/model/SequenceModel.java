package dev.dbrazor.processor.model;

/**
 * {@code @Sequence}: a column that counts the rows of each stream.
 *
 * @param column holds the numbers, unquoted
 * @param stream holds what the rows of one stream have in common, unquoted
 */
public record SequenceModel(String column, String stream) {}
