package dev.dbrazor.processor.write;

import com.squareup.javapoet.CodeBlock;
import dev.dbrazor.processor.sql.VectorSql;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The constants that hold the SQL behind the search of one vector component, a statement each. */
final class VectorConstants {
  private final VectorSql sql;
  private final Map<String, String> texts = new LinkedHashMap<>();

  VectorConstants(VectorSql sql) {
    this.sql = sql;
    String prefix = "VECTOR_" + sql.column().toUpperCase(Locale.ROOT) + "_";
    sql.statements().forEach((name, text) -> texts.put(prefix + name, text));
  }

  /** Texts by the names of their constants. */
  Map<String, String> texts() {
    return texts;
  }

  // new VectorStatements("embedding", 384, Metric.COSINE, "_row", VECTOR_EMBEDDING_ALL, …)
  CodeBlock creation() {
    return CodeBlock.of(
        "new $T(\n$>$>$S,\n$L,\n$T.$L,\n$S,\n$L)$<$<",
        RuntimeTypes.VECTOR_STATEMENTS,
        sql.column(),
        sql.value().dimensions(),
        RuntimeTypes.METRIC,
        sql.value().metric(),
        sql.key(),
        texts.keySet().stream().map(CodeBlock::of).collect(CodeBlock.joining(",\n")));
  }
}
