package dev.dbrazor.processor.sql;

import dev.dbrazor.processor.model.EntityModel;
import dev.dbrazor.processor.model.FullText;
import dev.dbrazor.processor.model.IdModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The full-text index of a collection: an FTS5 table that reads the text from the collection's own
 * rows, and the triggers that tell it of changes.
 *
 * <p>A row that REPLACE removes is told of only where {@code recursive_triggers} is on, which it is
 * not in other programs by default. What they leave behind is found when its key comes back: then
 * the index is built anew.
 */
final class TextIndexSql {
  private final String table;
  private final String key;
  private final String index;
  private final List<Column> columns;
  private final List<String> names;
  private final EntityModel model;

  private TextIndexSql(EntityModel model, List<Column> columns, Dialect dialect) {
    this.model = model;
    this.columns = columns;
    this.table = dialect.identifier(model.table());
    this.key = dialect.identifier(key(model));
    this.index = dialect.identifier(name(model));
    this.names = columns.stream().map(column -> dialect.identifier(column.name())).toList();
  }

  static Optional<TextIndexSql> of(EntityModel model, Dialect dialect) {
    List<Column> columns =
        Columns.of(model).all().stream()
            .filter(column -> column.component().fullText().isPresent())
            .toList();
    return columns.isEmpty()
        ? Optional.empty()
        : Optional.of(new TextIndexSql(model, columns, dialect));
  }

  TextIndex index() {
    return new TextIndex(name(model), key(model), columns);
  }

  DerivedSql derived() {
    return new DerivedSql(
        name(model),
        List.of(virtualTable(), insertTrigger(), deleteTrigger(), updateTrigger()),
        List.of("INSERT INTO " + index + " (" + index + ") VALUES ('rebuild')"));
  }

  private static String name(EntityModel model) {
    return model.table() + "$text";
  }

  private static String key(EntityModel model) {
    return model.id().kind() == IdModel.Kind.DATABASE_KEY
        ? Indexes.idColumns(model).get(0)
        : "_row";
  }

  // CREATE VIRTUAL TABLE "articles$text" USING fts5 (
  //   title, body,
  //   content = 'articles',
  //   content_rowid = '_row',
  //   tokenize = 'porter',
  //   prefix = '2 3'
  // )
  private String virtualTable() {
    List<String> options = new ArrayList<>();
    options.add("content = " + literal(model.table()));
    options.add("content_rowid = " + literal(key(model)));
    said(mark -> !mark.tokenizer().isEmpty())
        .ifPresent(mark -> options.add("tokenize = " + literal(mark.tokenizer())));
    said(mark -> !mark.prefixes().isEmpty())
        .ifPresent(mark -> options.add("prefix = " + literal(lengths(mark))));
    return "CREATE VIRTUAL TABLE "
        + index
        + " USING fts5 (\n  "
        + Layout.commas("", names, ",\n  ")
        + String.join(",\n  ", options)
        + "\n)";
  }

  private Optional<FullText> said(Predicate<FullText> something) {
    return columns.stream()
        .flatMap(column -> column.component().fullText().stream())
        .filter(something)
        .findFirst();
  }

  private static String lengths(FullText mark) {
    return mark.prefixes().stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  // CREATE TRIGGER "articles$text$insert" AFTER INSERT ON articles BEGIN
  //   add
  // END
  private String insertTrigger() {
    return trigger("insert", "AFTER INSERT ON " + table, add());
  }

  private String deleteTrigger() {
    return trigger("delete", "AFTER DELETE ON " + table, remove());
  }

  private String updateTrigger() {
    String changed =
        Layout.commas("\nWHEN (", values("old."), ")")
            + Layout.commas("\n    IS NOT (", values("new."), ")");
    return trigger("update", "AFTER UPDATE ON " + table + changed, remove() + add());
  }

  private String trigger(String event, String when, String body) {
    String name = '"' + name(model) + "$" + event + '"';
    return "CREATE TRIGGER " + name + " " + when + " BEGIN\n" + body + "END";
  }

  private String add() {
    String known = "SELECT 1 FROM \"" + name(model) + "_docsize\" WHERE id = new." + key;
    return change("CASE WHEN EXISTS (\n      " + known + "\n    ) THEN 'rebuild' END", "new.");
  }

  private String remove() {
    return change("'delete'", "old.");
  }

  // INSERT INTO "articles$text" ("articles$text", rowid, title, body)
  // VALUES ('delete', old._row, old.title, old.body);
  private String change(String command, String row) {
    List<String> into = new ArrayList<>(List.of(index, "rowid"));
    into.addAll(names);
    List<String> values = new ArrayList<>(List.of(command));
    values.addAll(values(row));
    String insert =
        Layout.commas("INSERT INTO " + index + " (", into, ")")
            + Layout.commas("\nVALUES (", values, ");");
    return insert.indent(2);
  }

  private List<String> values(String row) {
    return Stream.concat(Stream.of(key), names.stream()).map(name -> row + name).toList();
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
