package dev.dbrazor;

import dev.dbrazor.mapping.Mapping;
import dev.dbrazor.schema.DroppedTables;
import java.util.List;

/**
 * The schema versions of a database's collections. Collections are known once a DAO of theirs was
 * made; with {@link MigrationMode#MANUAL} those in an earlier version wait here.
 */
public final class Migrations {
  private final CollectionRegistry collections;
  private final DroppedTables dropped;
  private final Plugins plugins;

  Migrations(CollectionRegistry collections, DroppedTables dropped, Plugins plugins) {
    this.collections = collections;
    this.dropped = dropped;
    this.plugins = plugins;
  }

  /**
   * What {@link #apply} would do, by name of the collection. Changes nothing; upgrade methods are
   * called as for an empty table.
   */
  public List<PlannedMigration> plan() {
    return collections.plan();
  }

  /** How each registered collection stands, by name. */
  public List<MigrationStatus> status() {
    return collections.status();
  }

  /**
   * Brings all that wait to the program's version, in one transaction, in order of their names.
   *
   * @throws MigrationException for the first that cannot be; then all wait on, and nothing was
   *     changed
   */
  public void apply() {
    collections.migrate();
  }

  /**
   * Puts a table away under another name, with its rows, where no DAO finds it, until it is
   * restored or purged. It must not be a registered collection.
   *
   * @throws MigrationException when there is no such table, or one is put away already
   */
  public void drop(String collection) {
    collections.requireUnregistered(collection);
    dropped.drop(collection);
    plugins.dropped(collection, false);
  }

  /** The tables put away, by the names they had. */
  public List<String> dropped() {
    return dropped.all();
  }

  /** Gives a table that was put away its name back, as it was. */
  public void restore(String collection) {
    collections.requireUnregistered(collection);
    dropped.restore(collection);
  }

  /** Deletes a table that was put away, for good. */
  public void purge(String collection) {
    dropped.purge(collection);
    plugins.dropped(collection, true);
  }

  /** The collections registered so far: for the test kit. No part of the API. */
  public List<Mapping<?, ?>> mappings() {
    return collections.mappings();
  }

  /**
   * Runs statements past all collections, in one transaction, references not enforced: for the test
   * kit. No part of the API.
   */
  public void run(List<String> statements) {
    collections.run(statements);
  }
}
