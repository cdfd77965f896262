package dev.dbrazor;

import dev.dbrazor.mapping.FullTextIndex;
import dev.dbrazor.mapping.Mapping;
import dev.dbrazor.mapping.TableDefinition;
import dev.dbrazor.pool.PooledSessions;
import dev.dbrazor.schema.Tables;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The collections of one database: each name stands for one mapping, whose table is seen to once.
 */
final class CollectionRegistry {
  /** By name in lower case, as the engine compares names of tables. */
  private final Map<String, Mapping<?, ?>> mappings = new ConcurrentHashMap<>();

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
      if (sessions.inTransaction() && !tables.isComplete(table)) {
        throw new TransactionStateException(
            ErrorDetails.of(
                    ErrorCode.TRANSACTION_STATE,
                    "The table of collection '"
                        + table.name()
                        + "', or what is derived from it, does not exist and cannot be made inside a"
                        + " transaction; make the DAO before it")
                .withCollection(table.name())
                .withTransactionState(TransactionState.ACTIVE),
            null);
      }
      tables.ensure(table);
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
