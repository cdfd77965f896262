package dev.dbrazor.processor.write;

import com.squareup.javapoet.CodeBlock;
import dev.dbrazor.processor.sql.DerivedSql;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The constants that hold the SQL of one derivation, a statement each. */
final class DerivedConstants {
  private final DerivedSql sql;
  private final Map<String, String> creates = new LinkedHashMap<>();
  private final Map<String, String> fills = new LinkedHashMap<>();

  DerivedConstants(DerivedSql sql) {
    this.sql = sql;
    String word = sql.name().substring(sql.name().indexOf('$') + 1).toUpperCase(Locale.ROOT);
    add(creates, "CREATE_" + word, sql.statements());
    add(fills, "FILL_" + word, sql.fill());
  }

  private static void add(Map<String, String> to, String name, List<String> texts) {
    texts.forEach(text -> to.put(name + "_" + (to.size() + 1), text));
  }

  /** Texts by the names of their constants. */
  Map<String, String> texts() {
    Map<String, String> all = new LinkedHashMap<>(creates);
    all.putAll(fills);
    return all;
  }

  // new Derivation("articles$text", List.of(CREATE_TEXT_1, CREATE_TEXT_2), List.of(FILL_TEXT_1))
  CodeBlock creation() {
    return CodeBlock.of(
        "new $T($S,$W$T.of($L),$W$T.of($L))",
        RuntimeTypes.DERIVATION,
        sql.name(),
        List.class,
        names(creates.keySet()),
        List.class,
        names(fills.keySet()));
  }

  private static CodeBlock names(Set<String> names) {
    return names.stream().map(CodeBlock::of).collect(CodeBlock.joining(",$W"));
  }
}
