package dev.dbrazor.processor.dao.verify;

import dev.dbrazor.processor.dao.sql.Schema;
import dev.dbrazor.processor.model.EntityModel;
import dev.dbrazor.processor.sql.EntitySql;
import dev.dbrazor.processor.sql.SqliteDialect;
import dev.dbrazor.processor.verify.Memory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One SQLite with the tables of all collections, empty, and statistics as if they were as large as
 * they are expected to be.
 *
 * <p>Compilations side by side in one process take turns, as those of the collections' own
 * statements do.
 */
public final class SchemaEngine implements AutoCloseable {
  /** A literal is the same object for all class loaders of a process. */
  private static final Object TURN = "dev.dbrazor.processor.verify.Verification";

  private static final Pattern DRIVER_MESSAGE = Pattern.compile("\\[[A-Z_]+\\] [^(]*\\((.*)\\)");

  private static final Pattern RETURNING = Pattern.compile("(?i)\\breturning\\b");

  private @Nullable Connection connection;
  private @Nullable String unavailable;
  private Map<Long, String> tables = Map.of();

  /** Tables the engine does not take; their own processor says why. */
  private final TreeSet<String> broken = new TreeSet<>();

  private SchemaEngine() {}

  /** No engine: nothing is prepared, and that is no news. */
  public static SchemaEngine none() {
    return new SchemaEngine();
  }

  /** An engine with the tables of a schema, if SQLite can be loaded. */
  public static SchemaEngine of(Schema schema) {
    SchemaEngine engine = new SchemaEngine();
    synchronized (TURN) {
      engine.open(schema);
    }
    return engine;
  }

  private void open(Schema schema) {
    try {
      connection = Memory.open();
      fill(connection, schema);
      tables = Effects.tables(connection);
    } catch (SQLException | LinkageError | RuntimeException e) {
      unavailable = e.toString();
    }
  }

  /** Why there is no engine; empty when there is one. */
  public Optional<String> unavailable() {
    return Optional.ofNullable(unavailable);
  }

  /** Whether a table could not be made. */
  public boolean isBroken(String table) {
    return broken.contains(table.toLowerCase(Locale.ROOT));
  }

  /** Prepares a statement; nothing when no engine is available. */
  public Optional<Prepared> prepare(String sql) {
    Connection engine = connection;
    if (engine == null || unavailable != null) {
      return Optional.empty();
    }
    synchronized (TURN) {
      try {
        Effects effects = Effects.of(engine, tables, sql);
        boolean returns = effects.changes().isEmpty() || RETURNING.matcher(sql).find();
        List<String> columns = returns ? columns(engine, sql) : List.of();
        return Optional.of(
            new Prepared("", columns, effects.reads(), effects.changes(), plan(engine, sql)));
      } catch (SQLException e) {
        return Optional.of(
            new Prepared(words(e), List.of(), new TreeSet<>(), new TreeSet<>(), List.of()));
      }
    }
  }

  private void fill(Connection engine, Schema schema) throws SQLException {
    try (Statement statement = engine.createStatement()) {
      statement.execute("PRAGMA foreign_keys = ON");
      for (EntityModel model : schema.collections()) {
        create(statement, model);
      }
      statement.execute("ANALYZE");
      for (EntityModel model : schema.collections()) {
        statistics(engine, model);
      }
      statement.execute("ANALYZE sqlite_schema");
    }
  }

  private void create(Statement statement, EntityModel model) {
    try {
      EntitySql sql = EntitySql.of(model, new SqliteDialect());
      List<String> all = new ArrayList<>(sql.table());
      sql.derived().forEach(each -> all.addAll(each.statements()));
      for (String each : all) {
        statement.execute(each);
      }
    } catch (SQLException refused) {
      broken.add(model.table().toLowerCase(Locale.ROOT));
    }
  }

  /** So many rows; each index finds a hundredth of them, or one if it is unique. */
  private static void statistics(Connection engine, EntityModel model) throws SQLException {
    if (model.expectedRows() <= 0) {
      return;
    }
    long rows = model.expectedRows();
    String insert =
        """
        INSERT INTO sqlite_stat1 (tbl, idx, stat)
        SELECT ?1, name, ?2 || iif("unique", ' 1', ' ' || max(1, ?2 / 100))
        FROM pragma_index_list(?1)
        UNION ALL
        SELECT ?1, NULL, ?2""";
    try (PreparedStatement statement = engine.prepareStatement(insert)) {
      statement.setString(1, model.table());
      statement.setLong(2, rows);
      statement.executeUpdate();
    }
  }

  private static List<String> columns(Connection engine, String sql) throws SQLException {
    try (PreparedStatement statement = engine.prepareStatement(sql)) {
      ResultSetMetaData result = statement.getMetaData();
      List<String> names = new ArrayList<>();
      int count = count(result);
      for (int i = 1; i <= count; i++) {
        names.add(result.getColumnName(i));
      }
      return names;
    }
  }

  /** The driver throws where it should answer 0. */
  private static int count(ResultSetMetaData result) {
    try {
      return result.getColumnCount();
    } catch (SQLException noColumns) {
      return 0;
    }
  }

  private static List<String> plan(Connection engine, String sql) throws SQLException {
    try (PreparedStatement statement = engine.prepareStatement("EXPLAIN QUERY PLAN " + sql);
        ResultSet rows = statement.executeQuery()) {
      List<String> steps = new ArrayList<>();
      while (rows.next()) {
        steps.add(rows.getString("detail"));
      }
      return steps;
    }
  }

  /** The engine's own words, without the driver's around them. */
  private static String words(SQLException error) {
    Matcher matcher = DRIVER_MESSAGE.matcher(String.valueOf(error.getMessage()));
    return matcher.matches() ? matcher.group(1) : String.valueOf(error.getMessage());
  }

  @Override
  public void close() {
    Connection engine = connection;
    if (engine == null) {
      return;
    }
    synchronized (TURN) {
      try {
        engine.close();
      } catch (SQLException e) {
        throw new IllegalStateException("an in-memory database would not close", e);
      }
    }
  }
}
