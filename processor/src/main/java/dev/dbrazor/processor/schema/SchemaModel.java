package dev.dbrazor.processor.schema;

import dev.dbrazor.processor.model.Component;
import dev.dbrazor.processor.model.EntityModel;
import dev.dbrazor.processor.model.Hints;
import dev.dbrazor.processor.model.TypeName;
import dev.dbrazor.processor.schema.SchemaFile.DocumentPart;
import dev.dbrazor.processor.schema.SchemaFile.SchemaChanges;
import dev.dbrazor.processor.schema.SchemaFile.SchemaColumn;
import dev.dbrazor.processor.sql.Column;
import dev.dbrazor.processor.sql.Columns;
import dev.dbrazor.processor.sql.Dialect;
import dev.dbrazor.processor.sql.EntitySql;
import dev.dbrazor.processor.sql.SqliteDialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/** From the model of a record to the schema file of its declared version. */
public final class SchemaModel {
  private final Dialect dialect = new SqliteDialect();
  private final ValueText values;

  /**
   * @param constants the names of an enum's constants
   */
  public SchemaModel(Function<TypeName, List<String>> constants) {
    this.values = new ValueText(constants);
  }

  /**
   * The schema file of a record.
   *
   * @param before the version before, if its file is known: hints without an effect on it are left
   *     out
   */
  public SchemaFile of(EntityModel model, Hints hints, Optional<SchemaFile> before) {
    List<SchemaColumn> columns = new ArrayList<>();
    List<DocumentPart> documents = new ArrayList<>();
    for (Column column : Columns.of(model).stored()) {
      columns.add(column(column));
      documents.addAll(values.parts(column.name(), column.component().value()));
    }
    SchemaFile file =
        new SchemaFile(
            model.table(),
            model.version(),
            false,
            columns,
            documents,
            new SchemaChanges(
                hints.renamed(),
                hints.dropped(),
                hints.backfilled(),
                hints.upgradesTo(model.version())),
            EntitySql.tableOf(model, dialect));
    return before.map(old -> effective(file, old)).orElse(file);
  }

  private SchemaColumn column(Column column) {
    Component component = column.component();
    return new SchemaColumn(
        column.name(),
        component.path(),
        values.of(component.value()),
        dialect.columnType(component.value()),
        component.nullable() || component.optional(),
        component.role() == Component.Role.PLAIN
            ? ""
            : component.role().name().toLowerCase(Locale.ROOT),
        component.defaultSql().orElse(""));
  }

  private static SchemaFile effective(SchemaFile file, SchemaFile old) {
    SchemaChanges all = file.changes();
    Predicate<String> isOld = name -> has(old, name);
    SchemaChanges changes =
        new SchemaChanges(
            kept(all.renamed(), (now, was) -> !isOld.test(now) && isOld.test(was)),
            kept(all.dropped(), (name, reason) -> isOld.test(name)),
            kept(all.backfilled(), (name, sql) -> isNeeded(name, file, old)),
            all.upgrades());
    return new SchemaFile(
        file.collection(),
        file.version(),
        file.released(),
        file.columns(),
        file.documents(),
        changes,
        file.sql());
  }

  /** Whether rows of the version before have nothing that could be taken as it is. */
  private static boolean isNeeded(String name, SchemaFile file, SchemaFile old) {
    String former = file.changes().renamed().getOrDefault(name, name);
    Optional<SchemaColumn> column = file.column(name);
    if (column.isPresent()) {
      return old.column(former)
          .map(
              was ->
                  isChanged(
                      was.value(), was.nullable(), column.get().value(), column.get().nullable()))
          .orElse(true);
    }
    Optional<DocumentPart> part = file.document(name);
    return part.isPresent()
        && old.document(former)
            .map(
                was ->
                    isChanged(
                        was.value(), was.nullable(), part.get().value(), part.get().nullable()))
            .orElse(true);
  }

  private static boolean isChanged(String was, boolean wasNullable, String now, boolean nullable) {
    return !ValueText.isReadableAs(was, now) || wasNullable && !nullable;
  }

  private static boolean has(SchemaFile file, String name) {
    return file.column(name).isPresent() || file.document(name).isPresent();
  }

  private static Map<String, String> kept(
      Map<String, String> hints, BiPredicate<String, String> wanted) {
    Map<String, String> kept = new TreeMap<>();
    hints.forEach(
        (name, value) -> {
          if (wanted.test(name, value)) {
            kept.put(name, value);
          }
        });
    return kept;
  }
}
