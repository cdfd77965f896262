package dev.dbrazor.testing;

import dev.dbrazor.Database;
import dev.dbrazor.DbRazorException;
import dev.dbrazor.Finding;
import dev.dbrazor.mapping.Mapping;
import dev.dbrazor.mapping.SchemaVersion;
import dev.dbrazor.query.CollectionDao;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Proves in a test that each former version of a collection becomes the newest: makes the tables of
 * the version, fills them, migrates, compares them with fresh ones, and reads every row.
 *
 * <pre>{@code
 * @Test
 * void everyVersionOfCustomersMigrates() {
 *   MigrationTester.of(CustomerDao::new).verify();
 * }
 * }</pre>
 *
 * <p>The versions are those whose schema files the processor saw. What is put in is made up by the
 * type of the column, nested records included, and what it refers to is there; where a record has
 * conditions of its own, {@link #value} says what fits.
 */
public final class MigrationTester {
  private final Function<Database, ?> dao;
  private final Map<String, String> values = new HashMap<>();
  private int rows = 100;

  private MigrationTester(Function<Database, ?> dao) {
    this.dao = dao;
  }

  /**
   * For the collections of the DAOs that a function makes.
   *
   * @param dao mostly the constructor of one
   */
  public static MigrationTester of(Function<Database, ?> dao) {
    return new MigrationTester(dao);
  }

  /** How many rows a table is filled with; 100. */
  public MigrationTester rows(int count) {
    rows = count;
    return this;
  }

  /** The SQL expression for a column's values, in which {@code i} counts the rows from 1. */
  public MigrationTester value(String column, String sql) {
    values.put(column, sql);
    return this;
  }

  /**
   * Goes the way from each former version.
   *
   * @return how many ways that were
   * @throws AssertionError naming collection and version of the first that does not arrive
   */
  public int verify() {
    int ways = 0;
    List<Mapping<?, ?>> all = collections();
    for (Mapping<?, ?> mapping : all) {
      for (SchemaVersion version : mapping.history().versions()) {
        if (version.table().version() < mapping.table().version()) {
          verify(mapping, version, all);
          ways++;
        }
      }
    }
    return ways;
  }

  private List<Mapping<?, ?>> collections() {
    try (Database fresh = Database.inMemory()) {
      dao.apply(fresh);
      return fresh.migrations().mappings();
    }
  }

  private void verify(Mapping<?, ?> mapping, SchemaVersion version, List<Mapping<?, ?>> all) {
    try (Database db = Database.inMemory()) {
      new FormerTables(db, values, rows, all).make(version);
      dao.apply(db);
      long read = Everything.of(db, mapping).query().stream().count();
      List<Finding> findings = db.verify();
      if (read != rows || !findings.isEmpty()) {
        throw new AssertionError(
            "of %d rows %d were left, and the engine found %s".formatted(rows, read, findings));
      }
    } catch (DbRazorException | AssertionError e) {
      throw new AssertionError(
          "Collection '%s' does not get from version %d to version %d: %s"
              .formatted(
                  mapping.collection(),
                  version.table().version(),
                  mapping.table().version(),
                  e.getMessage()),
          e);
    }
  }

  /** Reads all records of any collection. */
  private static final class Everything<R extends Record, K> extends CollectionDao<R, K> {
    private Everything(Database db, Mapping<R, K> mapping) {
      super(db, mapping);
    }

    static <R extends Record, K> Everything<R, K> of(Database db, Mapping<R, K> mapping) {
      return new Everything<>(db, mapping);
    }
  }
}
