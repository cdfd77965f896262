package dev.dbrazor.query;

/** A piece of SQL with its parameters; immutable, shared by all threads. */
@FunctionalInterface
interface Node {
  void render(SqlWriter out);

  /** Constant text without parameters. */
  static Node text(String sql) {
    return out -> out.text(sql);
  }
}
