package dev.dbrazor.mapping;

import dev.dbrazor.annotation.Metric;

/**
 * The constant SQL behind the search of one vector component, made and verified at compile time. A
 * row's key is its table's integer key, the id itself or a hidden one.
 *
 * @param column unquoted
 * @param key the key's column, quoted where needed
 * @param all key and vector of every row that has one
 * @param some the same of the rows whose keys are in the parameter, a JSON array
 * @param record {@link Statements#columns} of the row with this key
 * @param ordered those keys of the parameter, a JSON array, that there are, in the order of the ids
 * @param range lowest and highest key; NULL without rows
 * @param many whether there are more rows than the parameter says, as 0 or 1
 * @param sample the first vector at the parameter, a key, or after it
 * @param head number and tag of the newest entry in the log of changes; there always is one
 * @param tail number, key and tag of the entries from the parameter on
 * @param trim forgets the entries before the parameter
 * @param segments number and content of what is kept of the index, in order
 * @param store a segment's number and content
 * @param drop forgets the segments after the parameter
 */
public record VectorStatements(
    String column,
    int dimensions,
    Metric metric,
    String key,
    String all,
    String some,
    String record,
    String ordered,
    String range,
    String many,
    String sample,
    String head,
    String tail,
    String trim,
    String segments,
    String store,
    String drop) {}
