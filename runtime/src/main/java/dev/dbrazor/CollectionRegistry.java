package dev.dbrazor;

import dev.dbrazor.mapping.FullTextIndex;
import dev.dbrazor.mapping.Mapping;
import dev.dbrazor.mapping.TableDefinition;
import dev.dbrazor.pool.PooledSessions;
import dev.dbrazor.pool.RefusingSessions;
import dev.dbrazor.pool.Sessions;
import dev.dbrazor.schema.Blueprint;
import dev.dbrazor.schema.MigrationScript;
import dev.dbrazor.schema.Tables;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  CollectionRegistry(PooledSessions sessions, Tables tables) {
    this.sessions = sessions;
    this.tables = tables;
  }

  /**
   * Without a lock, since two threads may well see to a table twice, but must not wait for each
   * other's transactions.
   *
   * @return whether it was not known before
   */
  boolean register(Mapping<?, ?> mapping) {
    String key = key(mapping.collection());
    Mapping<?, ?> known = mappings.get(key);
    boolean added = known == null;
    if (added) {
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

  private static Blueprint blueprint(Mapping<?, ?> mapping) {
    return new Blueprint(
        mapping.table(), mapping.history(), session -> Seeds.insert(session, mapping));
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

  /** Those that wait for a migration, by name. */
  List<String> pending() {
    return waiting.values().stream().map(each -> each.table().name()).sorted().toList();
  }

  PlannedMigration plan(String collection) {
    Blueprint blueprint = Objects.requireNonNull(waiting.get(key(collection)));
    MigrationScript script = tables.script(blueprint);
    return new PlannedMigration(
        blueprint.table().name(),
        script.from(),
        blueprint.table().version(),
        script.rebuilds(),
        script.rows(),
        script.sql());
  }

  void migrate(String collection) {
    Blueprint blueprint = Objects.requireNonNull(waiting.get(key(collection)));
    tables.migrate(blueprint);
    tables.ensure(blueprint);
    waiting.remove(key(collection));
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
