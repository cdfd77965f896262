package dev.dbrazor.processor.write;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.FieldSpec;
import com.squareup.javapoet.TypeSpec;
import dev.dbrazor.processor.model.EntityModel;
import dev.dbrazor.processor.sql.Column;
import dev.dbrazor.processor.sql.EntitySql;
import dev.dbrazor.processor.sql.TextIndex;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** The constants that hold a collection's SQL, a statement each. */
final class StatementConstants {
  private final EntityModel model;
  private final EntitySql sql;

  StatementConstants(EntityModel model, EntitySql sql) {
    this.model = model;
    this.sql = sql;
  }

  void addTo(TypeSpec.Builder type) {
    Map<String, String> table = table();
    Map<String, String> statements = statements();
    table.forEach((name, text) -> type.addField(constant(name, text)));
    List<DerivedConstants> derived = sql.derived().stream().map(DerivedConstants::new).toList();
    derived.forEach(
        each -> each.texts().forEach((name, text) -> type.addField(constant(name, text))));
    statements.forEach(
        (name, text) -> {
          if (!text.isEmpty()) {
            type.addField(constant(name, text));
          }
        });
    type.addField(definition(table, derived));
    type.addField(all(statements));
    sql.textIndex().ifPresent(index -> type.addField(textIndex(index)));
    if (!sql.vectors().isEmpty()) {
      sql.vectors().stream()
          .map(VectorConstants::new)
          .forEach(
              vector ->
                  vector.texts().forEach((name, text) -> type.addField(constant(name, text))));
      type.addField(vectors());
    }
  }

  private Map<String, String> table() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String text : sql.table()) {
      texts.put(texts.isEmpty() ? "CREATE_TABLE" : "CREATE_INDEX_" + texts.size(), text);
    }
    return texts;
  }

  /** In the order of {@code Statements}' components; empty for what a collection does not have. */
  private Map<String, String> statements() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("COLUMNS", sql.columns());
    texts.put("ROW", sql.row());
    texts.put("PLAIN_ROW", sql.plainRow());
    texts.put("INSERT", sql.insert());
    texts.put("INSERT_RETURNING", sql.insertReturning().orElse(""));
    texts.put("INSERT_OR_IGNORE", sql.insertOrIgnore());
    texts.put("UPDATE", sql.update());
    texts.put("UPDATE_UNINDEXED", sql.updateUnindexed().orElse(""));
    texts.put("UPDATE_ALL", sql.updateAll());
    texts.put("UPSERT", sql.upsert());
    texts.put("FIND_BY_ID", sql.findById());
    texts.put("FIND_ALL_BY_ID", sql.findAllById());
    texts.put("DELETE_BY_ID", sql.deleteById());
    texts.put("DELETE_ALL_BY_ID", sql.deleteAllById());
    texts.put("COUNT", sql.count());
    texts.put("VERSION_BY_ID", sql.versionById().orElse(""));
    texts.put("HIGHEST_KEY", sql.highestKey().orElse(""));
    texts.put("TOUCH", sql.touch().orElse(""));
    return texts;
  }

  private static FieldSpec constant(String name, String text) {
    return builder(ClassName.get(String.class), name).initializer(Literals.sql(text)).build();
  }

  // private static final TableDefinition TABLE = new TableDefinition("customers", 1,
  //     List.of(CREATE_TABLE, CREATE_INDEX_1));
  private FieldSpec definition(Map<String, String> table, List<DerivedConstants> derived) {
    CodeBlock all =
        derived.stream().map(DerivedConstants::creation).collect(CodeBlock.joining(",$W"));
    return builder(RuntimeTypes.TABLE_DEFINITION, "TABLE")
        .initializer(
            "new $T($S, $L,$W$T.of($L)$L)",
            RuntimeTypes.TABLE_DEFINITION,
            model.table(),
            model.version(),
            List.class,
            table.keySet().stream().map(CodeBlock::of).collect(CodeBlock.joining(",$W")),
            derived.isEmpty() ? CodeBlock.of("") : CodeBlock.of(",$W$T.of($L)", List.class, all))
        .build();
  }

  // private static final FullTextIndex TEXT_INDEX = new FullTextIndex("articles$text", "_row",
  //     List.of("title", "body"), List.of(5.0, 1.0));
  private static FieldSpec textIndex(TextIndex index) {
    CodeBlock weights =
        index.columns().stream()
            .map(column -> CodeBlock.of("$L", column.component().fullText().orElseThrow().weight()))
            .collect(CodeBlock.joining(", "));
    return builder(RuntimeTypes.FULL_TEXT_INDEX, "TEXT_INDEX")
        .initializer(
            "new $T($S, $S,$W$L,$W$T.of($L))",
            RuntimeTypes.FULL_TEXT_INDEX,
            index.name(),
            index.key(),
            list(index.columns().stream().map(Column::name).toList()),
            List.class,
            weights)
        .build();
  }

  // private static final Statements STATEMENTS = new Statements(
  //     COLUMNS,
  //     …
  //     null,
  //     List.of("id"),
  //     List.of("id", "version"));
  private FieldSpec all(Map<String, String> statements) {
    String names =
        statements.entrySet().stream()
            .map(entry -> entry.getValue().isEmpty() ? "null" : entry.getKey())
            .collect(Collectors.joining(",\n"));
    return builder(RuntimeTypes.STATEMENTS, "STATEMENTS")
        .initializer(
            CodeBlock.of(
                "new $T(\n$>$>$L,\n$L,\n$L)$<$<",
                RuntimeTypes.STATEMENTS,
                names,
                list(sql.ids()),
                list(sql.fixed())))
        .build();
  }

  // private static final List<VectorStatements> VECTORS = List.of(
  //     new VectorStatements("embedding", …));
  private FieldSpec vectors() {
    CodeBlock all =
        sql.vectors().stream()
            .map(vector -> new VectorConstants(vector).creation())
            .collect(CodeBlock.joining(",\n"));
    return FieldSpec.builder(
            JavaTypes.generic(ClassName.get(List.class), RuntimeTypes.VECTOR_STATEMENTS),
            "VECTORS",
            Modifier.PRIVATE,
            Modifier.STATIC,
            Modifier.FINAL)
        .initializer("$T.of(\n$>$>$L)$<$<", List.class, all)
        .build();
  }

  private static CodeBlock list(List<String> names) {
    return names.stream()
        .map(name -> CodeBlock.of("$S", name))
        .collect(
            Collectors.collectingAndThen(
                CodeBlock.joining(", "), items -> CodeBlock.of("$T.of($L)", List.class, items)));
  }

  private static FieldSpec.Builder builder(ClassName type, String name) {
    return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
  }
}
