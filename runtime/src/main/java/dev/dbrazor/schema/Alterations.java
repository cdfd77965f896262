package dev.dbrazor.schema;

import dev.dbrazor.driver.Driver;
import dev.dbrazor.mapping.SchemaVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code ALTER TABLE} statements that make one table of another, where the engine has them:
 * rename, add and drop columns. They leave stored rows alone, or nearly so.
 */
final class Alterations {
  /** What the engine can add to a filled table without computing anything for its rows. */
  private static final Pattern LITERAL =
      Pattern.compile(
          "[+-]? ?[0-9][0-9a-zA-Z.]*|'(?:[^']|'')*'|[xX]'[0-9a-fA-F]*'|null|true|false");

  private static final Pattern DEFAULT =
      Pattern.compile(
          " DEFAULT (.*?)(?: PRIMARY KEY| VIRTUAL| STORED| generated as .*| collate .*)*$");

  private final SchemaVersion wanted;
  private final Structure target;
  private final Structure found;
  private final String table;
  private final List<String> statements = new ArrayList<>();

  Alterations(SchemaVersion wanted, Structure target, Structure found) {
    this.wanted = wanted;
    this.target = target;
    this.found = found;
    this.table = Sql.quoted(wanted.table().name());
  }

  /**
   * The statements; empty where they are not enough.
   *
   * @param createTable how the table is defined now
   */
  Optional<List<String>> statements(Driver driver, String createTable) {
    Map<String, String> renames = renames();
    renames.forEach((now, was) -> alter("RENAME COLUMN", was, " TO " + Sql.quoted(now)));
    Set<String> left = new TreeSet<>(found.columns());
    left.removeAll(renames.values());
    left.addAll(renames.keySet());
    Set<String> dropped =
        new TreeSet<>(
            Comparator.comparing((String c) -> !found.isGenerated(c))
                .thenComparing(Comparator.naturalOrder()));
    dropped.addAll(left);
    dropped.removeAll(target.columns());
    dropped.forEach(column -> alter("DROP COLUMN", column, ""));
    Map<String, String> texts = ColumnTexts.of(wanted.table().statements().get(0));
    for (Map.Entry<String, String> column : texts.entrySet()) {
      if (!left.contains(column.getKey())) {
        if (!isAddable(column.getKey())) {
          return Optional.empty();
        }
        statements.add("ALTER TABLE " + table + " ADD COLUMN " + column.getValue());
      }
    }
    return ScratchDatabase.structureAfter(
            driver, wanted.table().name(), List.of(createTable), statements)
        .filter(result -> target.differencesOfTable(result).isEmpty())
        .filter(result -> wanted.backfilled().keySet().stream().noneMatch(left::contains))
        .filter(result -> wanted.dropped().keySet().stream().noneMatch(target.columns()::contains))
        .map(result -> statements);
  }

  /** The columns that get another name, former name by name. */
  private Map<String, String> renames() {
    return renames(wanted, target, found);
  }

  static Map<String, String> renames(SchemaVersion wanted, Structure target, Structure found) {
    Map<String, String> renames = new TreeMap<>();
    wanted
        .renamed()
        .forEach(
            (now, was) -> {
              if (target.columns().contains(Sql.lower(now))
                  && !found.columns().contains(Sql.lower(now))
                  && found.columns().contains(Sql.lower(was))) {
                renames.put(Sql.lower(now), Sql.lower(was));
              }
            });
    return renames;
  }

  private void alter(String what, String column, String more) {
    statements.add("ALTER TABLE " + table + " " + what + " " + Sql.quoted(column) + more);
  }

  private boolean isAddable(String column) {
    String definition = target.column(column);
    Matcher matcher = DEFAULT.matcher(definition);
    boolean hasDefault = matcher.find();
    boolean literal = hasDefault && LITERAL.matcher(matcher.group(1)).matches();
    return !wanted.backfilled().containsKey(column)
        && (literal || !hasDefault && !definition.contains(" NOT NULL"));
  }
}
