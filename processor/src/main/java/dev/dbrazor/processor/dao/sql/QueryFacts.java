package dev.dbrazor.processor.dao.sql;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known about a statement.
 *
 * @param understood whether it was; if not, nothing else is known, though the engine may take it
 * @param results its result columns; names may be empty, the engine knows them
 * @param parameterColumns by parameter, with colon: the columns whose values it stands beside
 * @param lists parameters that stand alone in {@code IN (…)}
 * @param integers parameters of LIMIT and OFFSET
 * @param unknownQuoted names in quotes that are no column: SQLite takes them for text
 * @param rewriting makes the final text
 * @param changed what an UPDATE or an upsert assigns
 */
public record QueryFacts(
    boolean understood,
    List<NamedFact> results,
    Map<String, List<SchemaColumn>> parameterColumns,
    Set<String> lists,
    Set<String> integers,
    Set<String> unknownQuoted,
    Rewriting rewriting,
    Optional<ChangedColumns> changed) {}
