package dev.dbrazor.benchmarks.store;

/** The statements of all stores that are given SQL. */
final class Sql {
  static final int BATCH = 1000;

  static final String COLUMNS = "id, name, email, city, age, score, active, joined";
  static final String SCAN = "SELECT " + COLUMNS + " FROM people";
  static final String READ = SCAN + " WHERE id = ?";
  static final String PAGE = SCAN + " WHERE age = ? ORDER BY joined LIMIT " + People.PAGE;
  static final String COUNT = "SELECT count(*) FROM people WHERE age BETWEEN ? AND ?";
  static final String CUSTOMERS = "SELECT id, name, address, tags FROM customers";
  static final String INSERT =
      "INSERT INTO people (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
  static final String UPDATE =
      "UPDATE people SET name = ?, email = ?, city = ?, age = ?, score = ?, active = ?, joined = ?"
          + " WHERE id = ?";
  static final String UPSERT =
      INSERT
          + " ON CONFLICT (id) DO UPDATE SET name = excluded.name, email = excluded.email,"
          + " city = excluded.city, age = excluded.age, score = excluded.score,"
          + " active = excluded.active, joined = excluded.joined";

  private Sql() {}
}
