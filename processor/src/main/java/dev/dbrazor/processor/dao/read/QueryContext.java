package dev.dbrazor.processor.dao.read;

import dev.dbrazor.processor.dao.sql.Schema;
import dev.dbrazor.processor.dao.verify.SchemaEngine;
import dev.dbrazor.processor.read.Signatures;
import java.util.Set;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * What all statements of a compilation are read against.
 *
 * @param schema the collections that are known
 * @param broken collections with mistakes of their own, lower case: statements about them wait
 * @param engine has the tables
 * @param signatures reads types
 * @param elements the compiler's
 * @param types the compiler's
 * @param plans what to make of plans that read too much
 */
public record QueryContext(
    Schema schema,
    Set<String> broken,
    SchemaEngine engine,
    Signatures signatures,
    Elements elements,
    Types types,
    PlanSeverity plans) {}
