package dev.dbrazor.query;

/** By which columns a generated upsert finds the row that is there. */
final class UpsertTarget {
  private static final String CONFLICT = "ON CONFLICT (";

  private UpsertTarget() {}

  /** The list as it stands in the statement, without its parentheses. */
  static String of(String upsert) {
    int from = upsert.lastIndexOf(CONFLICT) + CONFLICT.length();
    return upsert.substring(from, upsert.indexOf(')', from));
  }
}
