package dev.dbrazor;

import dev.dbrazor.mapping.UpgradeMethod;
import dev.dbrazor.pool.Session;
import dev.dbrazor.schema.UpgradeStatements;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls upgrade methods that run SQL, on the session of their migration. */
final class UpgradeMethods implements UpgradeStatements {
  @Override
  public void run(Session session, int from, int to, List<UpgradeMethod> methods) {
    for (UpgradeMethod method : methods) {
      UpgradeMethod.Sql sql = method.sql();
      if (sql != null) {
        try {
          sql.upgrade(new Statements(session, from, to));
        } catch (Exception e) {
          throw new MigrationException(
              ErrorDetails.of(ErrorCode.MIGRATION, method.name() + " failed: " + e), e);
        }
      }
    }
  }

  private record Statements(Session session, int from, int to) implements UpgradeSql {
    @Override
    public <T extends @Nullable Object> List<T> query(
        String sql, RowMapper<T> mapper, @Nullable Object... args) {
      PlainSql.requireQuery(sql);
      return PlainSql.query(session, sql, mapper, args);
    }

    @Override
    public long execute(String sql, @Nullable Object... args) {
      PlainSql.requireUpdate(sql);
      return PlainSql.execute(session, sql, args);
    }
  }
}
