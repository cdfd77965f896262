package dev.dbrazor.schema;

import dev.dbrazor.mapping.UpgradeMethod;
import dev.dbrazor.pool.Session;
import java.util.List;

/** Calls the upgrade methods that run SQL; the front door knows how values are bound. */
@FunctionalInterface
public interface UpgradeStatements {
  /** Calls those among the methods that take SQL, in order. */
  void run(Session session, int from, int to, List<UpgradeMethod> methods);
}
