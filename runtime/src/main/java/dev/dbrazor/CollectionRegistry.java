package dev.dbrazor;

import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.mapping.FullTextIndex;
import dev.dbrazor.mapping.Mapping;
import dev.dbrazor.mapping.StampSource;
import dev.dbrazor.mapping.TableDefinition;
import dev.dbrazor.pool.PooledSessions;
import dev.dbrazor.pool.RefusingSessions;
import dev.dbrazor.pool.Sessions;
import dev.dbrazor.schema.Blueprint;
import dev.dbrazor.schema.MigrationScript;
import dev.dbrazor.schema.Tables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The collections of one database: each name stands for one mapping, whose table is seen to once.
 */
final class CollectionRegistry {
  /** By name in lower case, as the engine compares names of tables. */
  private final Map<String, Mapping<?, ?>> mappings = new ConcurrentHashMap<>();

  /** What waits for a migration, by name in lower case. */
  private final Map<String, Blueprint> waiting = new ConcurrentHashMap<>();

  private final PooledSessions sessions;
  private final Tables tables;
  private final StampSource stamps;
  private volatile @Nullable Gathering gathering;

  /**
   * @param stamps the time and the ids of first records
   */
  CollectionRegistry(PooledSessions sessions, Tables tables, StampSource stamps) {
    this.sessions = sessions;
    this.tables = tables;
    this.stamps = stamps;
  }

  /** What one thread registers together. */
  private record Gathering(Thread thread, Map<String, Mapping<?, ?>> mappings) {}

  /**
   * Sees to the tables of all that the body registers on this thread at once, so that what has to
   * be made or migrated is one transaction; none of them is registered when that fails.
   *
   * @return the names of the collections that were not known before
   */
  List<String> together(Runnable body) {
    Gathering gathered = new Gathering(Thread.currentThread(), new LinkedHashMap<>());
    gathering = gathered;
    try {
      body.run();
    } finally {
      gathering = null;
    }
    List<Blueprint> blueprints =
        gathered.mappings().values().stream().<Blueprint>map(this::blueprint).toList();
    tables.ensureAll(blueprints).forEach(each -> waiting.put(key(each.table().name()), each));
    mappings.putAll(gathered.mappings());
    return gathered.mappings().values().stream().<String>map(Mapping::collection).toList();
  }

  /**
   * Without a lock, since two threads may well see to a table twice, but must not wait for each
   * other's transactions.
   *
   * @return whether it was not known before, and is now
   */
  boolean register(Mapping<?, ?> mapping) {
    String key = key(mapping.collection());
    Gathering together = gathering;
    boolean later = together != null && together.thread() == Thread.currentThread();
    Mapping<?, ?> known = mappings.get(key);
    if (known == null && later) {
      known = together.mappings().putIfAbsent(key, mapping);
    }
    boolean added = known == null && !later;
    if (added && !tables.isCurrent(mapping.table())) {
      TableDefinition table = mapping.table();
      Blueprint blueprint = blueprint(mapping);
      if (sessions.inTransaction() && !tables.isComplete(blueprint)) {
        throw new TransactionStateException(
            ErrorDetails.of(
                    ErrorCode.TRANSACTION_STATE,
                    "The table of collection '"
                        + table.name()
                        + "', or what is derived from it, does not exist and cannot be made inside"
                        + " a transaction; make the DAO before it")
                .withCollection(table.name())
                .withTransactionState(TransactionState.ACTIVE),
            null);
      }
      if (!tables.ensure(blueprint)) {
        waiting.put(key, blueprint);
      }
    }
    if (added) {
      known = mappings.putIfAbsent(key, mapping);
    }
    if (known != null && known.getClass() != mapping.getClass()) {
      throw new CollectionException(
          ErrorDetails.of(
                  ErrorCode.COLLECTION,
                  "Collection '"
                      + mapping.collection()
                      + "' is already that of "
                      + known.getClass().getName()
                      + "; "
                      + mapping.getClass().getName()
                      + " needs another name")
              .withCollection(mapping.collection()),
          null);
    }
    return added;
  }

  void rederive(Mapping<?, ?> mapping) {
    tables.rederive(mapping.table());
  }

  /** The full-text indexes of the registered collections, by name; none where none is writable. */
  List<FullTextIndex> fullTexts() {
    return (tables.isReadOnly() ? Stream.<Mapping<?, ?>>empty() : mappings.values().stream())
        .flatMap(mapping -> Stream.ofNullable(mapping.fullText()))
        .sorted(Comparator.comparing(FullTextIndex::name))
        .toList();
  }

  private Blueprint blueprint(Mapping<?, ?> mapping) {
    return new Blueprint(
        mapping.table(), mapping.history(), session -> Seeds.insert(session, mapping, stamps));
  }

  /** The sessions for a collection: as long as it waits for a migration, such that only read. */
  Sessions guarded(Sessions all, String collection) {
    return waiting.isEmpty() || !waiting.containsKey(key(collection))
        ? all
        : new RefusingSessions(all, () -> refusal(collection));
  }

  private static MigrationException refusal(String collection) {
    return new MigrationException(
        ErrorDetails.of(
                ErrorCode.MIGRATION,
                "Collection '"
                    + collection
                    + "' is in an earlier version and waits for its migration; call"
                    + " migrations().apply() before writing to it")
            .withCollection(collection),
        null);
  }

  /** What waits for a migration, by name. */
  private List<Blueprint> pending() {
    return waiting.values().stream()
        .sorted(Comparator.comparing(each -> each.table().name()))
        .toList();
  }

  /** What {@link #migrate} would do, by name. */
  List<PlannedMigration> plan() {
    List<Blueprint> all = pending();
    List<MigrationScript> scripts = tables.scripts(all);
    List<PlannedMigration> plan = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      TableDefinition table = all.get(i).table();
      MigrationScript script = scripts.get(i);
      plan.add(
          new PlannedMigration(
              table.name(),
              script.from(),
              table.version(),
              script.rebuilds(),
              script.rows(),
              script.sql()));
    }
    return List.copyOf(plan);
  }

  /** Brings all that wait to the program's version, in one transaction. */
  void migrate() {
    List<Blueprint> all = pending();
    if (!all.isEmpty()) {
      tables.migrate(all);
      tables.ensureAll(all);
      all.forEach(each -> waiting.remove(key(each.table().name())));
    }
  }

  List<MigrationStatus> status() {
    return mappings.values().stream()
        .map(
            mapping -> {
              Blueprint waits = waiting.get(key(mapping.collection()));
              int declared = mapping.table().version();
              int stored = waits == null ? declared : tables.storedVersion(waits);
              return new MigrationStatus(mapping.collection(), stored, declared);
            })
        .sorted((a, b) -> a.collection().compareTo(b.collection()))
        .toList();
  }

  List<Mapping<?, ?>> mappings() {
    return List.copyOf(mappings.values());
  }

  /** Past all collections, in one transaction, references not enforced. */
  void run(List<String> statements) {
    sessions.rebuilding(
        session -> {
          for (String sql : statements) {
            try (DriverStatement statement = session.prepare(sql)) {
              statement.step();
            }
          }
          return session;
        });
  }

  void requireUnregistered(String collection) {
    if (mappings.containsKey(key(collection))) {
      throw new MigrationException(
          ErrorDetails.of(
                  ErrorCode.MIGRATION,
                  "Collection '"
                      + collection
                      + "' is in use: a DAO of it was made; put it away before that")
              .withCollection(collection),
          null);
    }
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  List<CollectionInfo> all() {
    return mappings.values().stream()
        .map(CollectionRegistry::info)
        .sorted((a, b) -> a.name().compareTo(b.name()))
        .toList();
  }

  CollectionInfo get(String name) {
    Mapping<?, ?> mapping = mappings.get(key(name));
    if (mapping == null) {
      throw new CollectionException(
          ErrorDetails.of(
                  ErrorCode.COLLECTION,
                  "There is no collection '"
                      + name
                      + "'; registered are: "
                      + all().stream().map(CollectionInfo::name).collect(Collectors.joining(", ")))
              .withCollection(name),
          null);
    }
    return info(mapping);
  }

  private static CollectionInfo info(Mapping<?, ?> mapping) {
    return new CollectionInfo(mapping.collection(), mapping.table().version());
  }
}
