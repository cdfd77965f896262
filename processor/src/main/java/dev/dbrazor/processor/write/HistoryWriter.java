package dev.dbrazor.processor.write;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.FieldSpec;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.TypeSpec;
import dev.dbrazor.processor.model.EntityModel;
import dev.dbrazor.processor.model.Hints.UpgradeMethod;
import dev.dbrazor.processor.schema.HistoryModel;
import dev.dbrazor.processor.schema.SchemaFile;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * Writes the class that tells the runtime about former versions.
 *
 * <pre>
 * final class CustomerHistory {
 *   static final History HISTORY = new History(List.of(version1(), version2()), Customer::seed);
 *
 *   private static SchemaVersion version1() {
 *     return new SchemaVersion(
 *         new TableDefinition("customers", 1, List.of(CREATE TABLE …)),
 *         List.of(new VersionColumn("id", "uuid", false, "id"), …),
 *         Map.of(),
 *         Map.of(),
 *         Map.of(),
 *         List.of());
 *   }
 * }
 * </pre>
 */
final class HistoryWriter {
  private static final ClassName VERSION = ClassName.get("dev.dbrazor.mapping", "SchemaVersion");
  private static final ClassName COLUMN = ClassName.get("dev.dbrazor.mapping", "VersionColumn");
  private static final ClassName METHOD = ClassName.get("dev.dbrazor.mapping", "UpgradeMethod");

  private final EntityModel model;
  private final HistoryModel history;
  private final GeneratedNames names;

  HistoryWriter(EntityModel model, HistoryModel history) {
    this.model = model;
    this.history = history;
    this.names = new GeneratedNames(model);
  }

  TypeSpec.Builder type() {
    TypeSpec.Builder type =
        SourceFile.type(names.history(), model, false)
            .addJavadoc(
                "How {@link $T} came to be what it is.\n\n"
                    + "<p>Generated from the schema files and the record; edit those, not this.\n",
                names.record());
    CodeBlock versions =
        history.versions().stream()
            .map(file -> CodeBlock.of("version$L()", file.version()))
            .collect(CodeBlock.joining(",$W"));
    type.addField(
        FieldSpec.builder(RuntimeTypes.HISTORY, "HISTORY", Modifier.STATIC, Modifier.FINAL)
            .initializer(
                "new $T($T.of($L),$W$L)", RuntimeTypes.HISTORY, List.class, versions, seed())
            .build());
    type.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    history.versions().forEach(file -> type.addMethod(version(file)));
    return type;
  }

  private CodeBlock seed() {
    String seed = history.hints().seed();
    return seed.isEmpty() ? CodeBlock.of("null") : CodeBlock.of("$T::$L", names.record(), seed);
  }

  private MethodSpec version(SchemaFile file) {
    return MethodSpec.methodBuilder("version" + file.version())
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(VERSION)
        .addStatement(
            "return new $T(\n$L,\n$L,\n$L,\n$L,\n$L,\n$L)",
            VERSION,
            table(file),
            list(file.columns().stream().map(column -> column(file, column))),
            map(file.changes().renamed()),
            map(file.changes().dropped()),
            map(file.changes().backfilled()),
            list(
                history.hints().upgrades().stream()
                    .filter(method -> method.to() == file.version())
                    .map(this::upgrade)))
        .build();
  }

  /** The declared version's table is the mapping's, with what is derived from it. */
  private CodeBlock table(SchemaFile file) {
    return file == history.declared()
        ? CodeBlock.of("$T.INSTANCE.table()", names.mapping())
        : CodeBlock.of(
            "new $T($S, $L, $L)",
            RuntimeTypes.TABLE_DEFINITION,
            file.collection(),
            file.version(),
            list(file.sql().stream().map(Literals::sql)));
  }

  private static CodeBlock column(SchemaFile file, SchemaFile.SchemaColumn column) {
    return CodeBlock.of(
        "new $T($S, $S, $L, $S$L)",
        COLUMN,
        column.name(),
        column.value(),
        column.nullable(),
        column.role(),
        parts(file, column.name()));
  }

  /** The components of a nested record at a place; nothing where there is none. */
  private static CodeBlock parts(SchemaFile file, String place) {
    List<SchemaFile.DocumentPart> parts = file.documentsOf(place);
    return parts.isEmpty()
        ? CodeBlock.of("")
        : CodeBlock.of(",\n    $L", list(parts.stream().map(part -> part(file, place, part))));
  }

  private static CodeBlock part(SchemaFile file, String place, SchemaFile.DocumentPart part) {
    return CodeBlock.of(
        "new $T($S, $S, $L, \"\"$L)",
        COLUMN,
        part.place().substring(place.length() + 1),
        part.value(),
        part.nullable(),
        parts(file, part.place()));
  }

  // UpgradeMethod.ofRows("Customer.split", "",
  //     (old, now) -> Customer.split(new Customer_V1(old), new Customer_V2(now)))
  private CodeBlock upgrade(UpgradeMethod method) {
    String label = names.record().simpleName() + "." + method.name();
    return method.ofRows()
        ? CodeBlock.of(
            "$T.ofRows($S, $S,\n    (old, now) -> $T.$L(new $T(old), new $T(now)))",
            METHOD,
            label,
            method.when(),
            names.record(),
            method.name(),
            names.version(method.to() - 1),
            names.version(method.to()))
        : CodeBlock.of(
            "$T.ofSql($S, $S, $T::$L)",
            METHOD,
            label,
            method.when(),
            names.record(),
            method.name());
  }

  private static CodeBlock list(Stream<CodeBlock> items) {
    CodeBlock all = items.collect(CodeBlock.joining(",\n    "));
    return all.isEmpty()
        ? CodeBlock.of("$T.of()", List.class)
        : CodeBlock.of("$T.of(\n    $L)", List.class, all);
  }

  private static CodeBlock map(Map<String, String> entries) {
    CodeBlock all =
        entries.entrySet().stream()
            .map(
                each -> CodeBlock.of("$T.entry($S, $S)", Map.class, each.getKey(), each.getValue()))
            .collect(CodeBlock.joining(",\n    "));
    return all.isEmpty()
        ? CodeBlock.of("$T.of()", Map.class)
        : CodeBlock.of("$T.ofEntries(\n    $L)", Map.class, all);
  }
}
