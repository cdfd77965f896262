package dev.dbrazor;

/**
 * A collection some DAO has registered.
 *
 * @param name the table's name
 * @param version the schema version the record declares
 */
public record CollectionInfo(String name, int version) {}
