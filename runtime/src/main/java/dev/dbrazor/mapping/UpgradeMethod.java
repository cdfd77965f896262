package dev.dbrazor.mapping;

import dev.dbrazor.UpgradeSql;
import org.jspecify.annotations.Nullable;

/**
 * An {@code @Upgrade} method as generated code calls it; exactly one of {@code rows} and {@code
 * sql} is there.
 *
 * @param name as messages name it: {@code Customer.splitName}
 * @param when SQL that says whether it is called, or empty
 */
public record UpgradeMethod(String name, String when, @Nullable Rows rows, @Nullable Sql sql) {
  /** Called for each row while the table is rebuilt. */
  @FunctionalInterface
  public interface Rows {
    void upgrade(VersionRow old, VersionRow now) throws Exception;
  }

  /** Called once for the table in its new form. */
  @FunctionalInterface
  public interface Sql {
    void upgrade(UpgradeSql sql) throws Exception;
  }

  public static UpgradeMethod ofRows(String name, String when, Rows rows) {
    return new UpgradeMethod(name, when, rows, null);
  }

  public static UpgradeMethod ofSql(String name, String when, Sql sql) {
    return new UpgradeMethod(name, when, null, sql);
  }
}
