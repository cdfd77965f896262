package dev.dbrazor.pool;

import dev.dbrazor.driver.DriverConnection;
import dev.dbrazor.driver.SqlText;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The prepared statements of one connection, least recently used dropped first. A statement in use
 * belongs to its user alone.
 */
final class StatementCache {
  private static final Set<String> SCHEMA_VERBS = Set.of("CREATE", "ALTER", "DROP", "REINDEX");

  final Counter hits = new Counter();
  final Counter misses = new Counter();

  private final DriverConnection connection;
  private final int capacity;
  private final Map<String, CachedStatement> statements = new LinkedHashMap<>(16, 0.75f, true);

  StatementCache(DriverConnection connection, int capacity) {
    this.connection = connection;
    this.capacity = capacity;
  }

  /**
   * A statement nobody uses; a second one of the same text, while the first is in use, stays out of
   * the cache.
   */
  CachedStatement take(String sql) {
    CachedStatement kept = statements.get(sql);
    if (kept != null && !kept.inUse) {
      kept.inUse = true;
      hits.increment();
      return kept;
    }
    misses.increment();
    String verb = SqlText.of(sql).verb();
    boolean changesSchema = SCHEMA_VERBS.contains(verb);
    CachedStatement fresh = new CachedStatement(sql, connection.prepare(sql), changesSchema);
    if (kept == null && !changesSchema && !verb.equals("EXPLAIN")) {
      statements.put(sql, fresh);
      dropEldest();
    } else {
      fresh.uncached = true;
    }
    return fresh;
  }

  private void dropEldest() {
    if (statements.size() > capacity) {
      Iterator<CachedStatement> eldest = statements.values().iterator();
      CachedStatement dropped = eldest.next();
      eldest.remove();
      drop(dropped);
    }
  }

  private static void drop(CachedStatement statement) {
    statement.uncached = true;
    if (!statement.inUse) {
      statement.statement.close();
    }
  }

  void giveBack(CachedStatement used) {
    used.inUse = false;
    if (!used.statement.reusable()) {
      statements.remove(used.sql, used);
      used.uncached = true;
    }
    if (used.uncached) {
      used.statement.close();
    } else {
      used.statement.reset();
    }
  }

  /**
   * Forgets all of them, as after a change of the schema; those in use are closed when given back.
   */
  void clear() {
    ArrayList<CachedStatement> dropped = new ArrayList<>(statements.values());
    statements.clear();
    dropped.forEach(StatementCache::drop);
  }
}
