package dev.dbrazor.processor.model;

/**
 * A foreign key to another collection's id.
 *
 * @param table the referenced table
 * @param column its id column
 * @param onDelete SQL of the action: {@code SET NULL}
 * @param onUpdate SQL of the action
 * @param indexed whether the referencing column gets an index
 */
public record Reference(
    String table, String column, String onDelete, String onUpdate, boolean indexed) {}
