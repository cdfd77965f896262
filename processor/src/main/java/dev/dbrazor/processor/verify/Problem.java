package dev.dbrazor.processor.verify;

/**
 * What SQLite has against a statement.
 *
 * @param tag name of the rule
 * @param path of the component at fault; empty for the record as a whole
 * @param annotation simple name of the annotation whose SQL is at fault; empty for none
 * @param sql the annotation's SQL at fault, as written; empty for none
 * @param message what is wrong, and the remedy
 */
public record Problem(String tag, String path, String annotation, String sql, String message) {}
