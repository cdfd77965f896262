package dev.dbrazor.schema;

import dev.dbrazor.driver.Driver;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.mapping.SchemaVersion;
import dev.dbrazor.mapping.UpgradeMethod;
import dev.dbrazor.pool.Session;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** Leads one table from one version to the next, inside the transaction of a migration. */
final class VersionStep {
  private final Session session;
  private final Driver driver;
  private final SchemaVersion before;
  private final SchemaVersion wanted;
  private final String table;
  private boolean rebuilt;
  private boolean ranSql;

  /**
   * @param before the version the table is in, as far as it is known
   */
  VersionStep(Session session, Driver driver, SchemaVersion before, SchemaVersion wanted) {
    this.session = session;
    this.driver = driver;
    this.before = before;
    this.wanted = wanted;
    this.table = wanted.table().name();
  }

  /** Whether the table was made anew, so that references to and from it are to be checked. */
  boolean rebuilt() {
    return rebuilt;
  }

  /** Whether methods ran SQL of their own. */
  boolean ranSql() {
    return ranSql;
  }

  void run(UpgradeStatements statements, LongConsumer progress) {
    List<UpgradeMethod> methods =
        wanted.upgrades().stream().filter(method -> isWanted(method.when())).toList();
    Structure target = ScratchDatabase.structureOf(driver, wanted.table());
    Structure found = Structure.of(session, table);
    requireWords(target, found);
    Set<String> ours = new HashSet<>(indexes(before.table().statements()));
    ours.addAll(indexes(wanted.table().statements()));
    UsersObjects objects = new UsersObjects(session, table, ours);
    ours.forEach(
        index -> ScratchDatabase.run(session, "DROP INDEX IF EXISTS " + Sql.quoted(index)));
    if (rewrites(target) || hasRowMethods(methods)) {
      rebuild(target, found, methods, progress);
    } else if (!target.differencesOfTable(found).isEmpty()) {
      change(target, found, progress);
    }
    List<String> made = wanted.table().statements();
    made.subList(1, made.size()).forEach(sql -> ScratchDatabase.run(session, sql));
    if (DocumentStep.isNeeded(wanted)) {
      objects.dropTriggers();
      new DocumentStep(session, wanted).run();
    }
    objects.restore();
    ranSql = methods.stream().anyMatch(method -> method.sql() != null);
    statements.run(session, before.table().version(), wanted.table().version(), methods);
    objects.check();
  }

  /** Whether values of columns that stay become others. */
  private boolean rewrites(Structure target) {
    return Stream.of(wanted.backfilled(), wanted.dropped())
        .flatMap(each -> each.keySet().stream())
        .anyMatch(name -> target.columns().contains(Sql.lower(name)));
  }

  private void change(Structure target, Structure found, LongConsumer progress) {
    Optional<List<String>> alterations =
        new Alterations(wanted, target, found).statements(driver, createTable());
    if (alterations.isPresent()) {
      alterations.get().forEach(sql -> ScratchDatabase.run(session, sql));
    } else {
      rebuild(target, found, List.of(), progress);
    }
  }

  private void rebuild(
      Structure target, Structure found, List<UpgradeMethod> methods, LongConsumer progress) {
    rebuilt = true;
    List<UpgradeMethod> ofRows = methods.stream().filter(each -> each.rows() != null).toList();
    new TableRebuild(session, before, wanted, target, found).run(ofRows, progress);
  }

  private static boolean hasRowMethods(List<UpgradeMethod> methods) {
    return methods.stream().anyMatch(each -> each.rows() != null);
  }

  private boolean isWanted(String condition) {
    if (condition.isEmpty()) {
      return true;
    }
    try (DriverStatement statement = session.prepare(condition)) {
      return statement.step() && statement.int64(0) != 0;
    }
  }

  private String createTable() {
    return SchemaEntry.own(session, table).stream()
        .filter(entry -> entry.type().equals("table"))
        .map(SchemaEntry::sql)
        .findFirst()
        .orElseThrow();
  }

  /** Columns that nobody said are dropped must have been put there by hand. */
  private void requireWords(Structure target, Structure found) {
    Set<String> lost = new TreeSet<>(found.columns());
    lost.removeAll(target.columns());
    lost.removeIf(found::isGenerated);
    lost.remove("_row");
    wanted.dropped().keySet().forEach(name -> lost.remove(Sql.lower(name)));
    Alterations.renames(wanted, target, found).values().forEach(lost::remove);
    if (!lost.isEmpty()) {
      throw new MigrationFailure(
          "version "
              + wanted.table().version()
              + " would lose "
              + String.join(", ", lost)
              + "; say @Dropped(value = \"why\", of = \""
              + lost.iterator().next()
              + "\") on the record, or @RenamedFrom on the component that has the values now");
    }
  }

  /** The names of the indexes among a definition's statements, in lower case. */
  static Set<String> indexes(List<String> statements) {
    Set<String> names = new HashSet<>();
    for (String statement : statements.subList(Math.min(1, statements.size()), statements.size())) {
      names.add(Sql.lower(Sql.indexName(statement)));
    }
    return names;
  }
}
