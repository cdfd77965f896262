package dev.dbrazor;

import dev.dbrazor.hook.Hooks;
import dev.dbrazor.mapping.Mapping;
import dev.dbrazor.mapping.StampSource;
import dev.dbrazor.pool.Deadline;
import dev.dbrazor.pool.OpenFiles;
import dev.dbrazor.pool.PooledSessions;
import dev.dbrazor.pool.Sessions;
import dev.dbrazor.pool.TemporaryFile;
import dev.dbrazor.schema.DroppedTables;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One SQLite file. Shared by all threads; a transaction belongs to the thread that opened it.
 * Opening a file again in the same process gives a second {@code Database} over the same
 * connections.
 */
public final class Database implements AutoCloseable {
  private final OpenFiles.Use use;
  private final DriverInfo driver;
  private final CollectionRegistry collections;
  private final AsyncTasks async;
  private final Duration closeTimeout;
  private final Observers observers;
  private final StampSource stamps;
  private final Plugins plugins;
  private final OutermostTransactions transactions;
  private volatile boolean closed;

  private Database(DatabaseConfig config, boolean temporary) {
    Opening opening = new Opening(config, temporary);
    driver = opening.driver();
    use = opening.file(this);
    PooledSessions sessions = use.sessions();
    observers = new Observers(config);
    observers.follow(sessions);
    collections = opening.collections(sessions, observers);
    async = new AsyncTasks(sessions, config.readers() + 1);
    closeTimeout = config.closeTimeout();
    stamps = config.stamps();
    plugins = new Plugins(this, sessions, config.strictPlugins());
    transactions = new OutermostTransactions(plugins, observers.telemetry);
    register(config.plugins(), config.collections());
  }

  private void register(List<Plugin> all, List<Function<Database, ?>> daos) {
    try {
      for (Plugin plugin : all) {
        use(plugin);
      }
      if (!daos.isEmpty()) {
        collections
            .together(() -> daos.forEach(each -> each.apply(this)))
            .forEach(plugins::announce);
      }
    } catch (Throwable e) {
      close();
      throw e;
    }
  }

  /** Opens a file, which is made when it does not exist, with the default settings. */
  public static Database open(Path file) {
    return open(DatabaseConfig.builder().path(file).build());
  }

  /** Opens a file. When this throws nothing stays open. */
  public static Database open(DatabaseConfig config) {
    return new Database(config, false);
  }

  /**
   * A new, private database that is gone when it is closed: a temporary file, so that it behaves as
   * any other.
   */
  public static Database inMemory() {
    Path file = TemporaryFile.create();
    try {
      return new Database(
          DatabaseConfig.builder().path(file).durability(Durability.RELAXED).build(), true);
    } catch (Throwable e) {
      TemporaryFile.delete(file);
      throw e;
    }
  }

  /**
   * Runs the body in a transaction: commits when it returns, rolls back when it throws, and what it
   * throws comes out unchanged. Inside a transaction of this thread the body gets a savepoint. An
   * error whose {@link DbRazorException#transactionState} is neither COMMITTED nor UNKNOWN means
   * that nothing was stored.
   */
  public <T extends @Nullable Object, X extends Throwable> T transaction(
      ThrowingSupplier<T, X> body) throws X {
    return transactions.write(pool(), body);
  }

  /** As {@link #transaction(ThrowingSupplier)}, without a value. */
  public <X extends Throwable> void transaction(ThrowingRunnable<X> body) throws X {
    this.<@Nullable Void, X>transaction(() -> nothing(body));
  }

  /**
   * Runs the body so that all its reads see one state of the database; a write in it is a {@link
   * ReadOnlyDatabaseException}.
   */
  public <T extends @Nullable Object, X extends Throwable> T readTransaction(
      ThrowingSupplier<T, X> body) throws X {
    return transactions.read(pool(), body);
  }

  /** As {@link #readTransaction(ThrowingSupplier)}, without a value. */
  public <X extends Throwable> void readTransaction(ThrowingRunnable<X> body) throws X {
    this.<@Nullable Void, X>readTransaction(() -> nothing(body));
  }

  /**
   * Runs the body in a transaction with a deadline, with further attempts, or for reading only, as
   * the options say; else as {@link #transaction(ThrowingSupplier)}.
   */
  public <T extends @Nullable Object, X extends Throwable> T transaction(
      TransactionOptions options, ThrowingSupplier<T, X> body) throws X {
    return transactions.run(pool(), options, body);
  }

  /** As {@link #transaction(TransactionOptions, ThrowingSupplier)}, without a value. */
  public <X extends Throwable> void transaction(
      TransactionOptions options, ThrowingRunnable<X> body) throws X {
    this.<@Nullable Void, X>transaction(options, () -> nothing(body));
  }

  /** Begins a transaction that several threads can work in, one at a time. */
  public Transaction begin() {
    return begin(TransactionOptions.builder().build());
  }

  /**
   * The same with a deadline, at which it is rolled back whoever works in it, or for reading only.
   *
   * @throws InvalidArgumentException when the options speak of further attempts: there is no body
   *     to run again
   */
  public Transaction begin(TransactionOptions options) {
    return transactions.begin(pool(), options);
  }

  /**
   * Everything this thread does with this database in the body must be done so long after now, else
   * it ends in a {@link QueryTimeoutException}: queries, plain SQL, methods of DAOs, waiting for a
   * connection or the write lock, and what {@link #async} begins there. Inside another such body,
   * or a query with a deadline of its own, the earlier deadline counts. A transaction of the body
   * that is not ready to commit by then is rolled back.
   *
   * @throws InvalidArgumentException when the timeout is not positive
   */
  public <T extends @Nullable Object, X extends Throwable> T withTimeout(
      Duration timeout, ThrowingSupplier<T, X> body) throws X {
    if (timeout.isNegative() || timeout.isZero()) {
      throw new InvalidArgumentException("timeout must be positive: " + timeout);
    }
    return pool().until(Deadline.after(timeout), body::get);
  }

  /** As {@link #withTimeout(Duration, ThrowingSupplier)}, without a value. */
  public <X extends Throwable> void withTimeout(Duration timeout, ThrowingRunnable<X> body)
      throws X {
    this.<@Nullable Void, X>withTimeout(timeout, () -> nothing(body));
  }

  /**
   * Runs the body in the name of a caller that {@link ConnectionLimits#quota} gives a number of
   * threads: when as many are in such bodies already this one waits, first come first served, for
   * the lock timeout at most. So one kind of work cannot take all connections from the others. A
   * body inside another of the same caller has its place already.
   *
   * @throws InvalidArgumentException for a caller without a quota
   * @throws LockTimeoutException when it had to wait too long
   */
  public <T extends @Nullable Object, X extends Throwable> T asCaller(
      String caller, ThrowingSupplier<T, X> body) throws X {
    return pool().as(Objects.requireNonNull(caller), body::get);
  }

  /** As {@link #asCaller(String, ThrowingSupplier)}, without a value. */
  public <X extends Throwable> void asCaller(String caller, ThrowingRunnable<X> body) throws X {
    this.<@Nullable Void, X>asCaller(caller, () -> nothing(body));
  }

  private static <X extends Throwable> @Nullable Void nothing(ThrowingRunnable<X> body) throws X {
    body.run();
    return null;
  }

  /**
   * Runs the action after the outermost transaction of this thread has committed; at once outside a
   * transaction; never when the transaction, or the savepoint it was given in, is rolled back. What
   * it throws is logged: it can neither undo nor hide the commit.
   */
  public void afterCommit(ThrowingRunnable<?> action) {
    pool().afterCommit(() -> nothing(action));
  }

  /**
   * Runs the body on another thread, with the meaning and the errors of the same calls made here;
   * transactions it opens are its own. There is a thread for each reader and one for the writer; up
   * to 10,000 operations wait for them.
   *
   * <p>Cancelling the future, or completing it otherwise, interrupts the body: its statement ends
   * and its transaction is rolled back. What had been committed by then stays so.
   *
   * @return completes with the body's value, or with what it threw, unchanged; with a {@link
   *     DatabaseClosedException} when the database was closed before it began
   * @throws TransactionStateException inside a transaction, which the body could not take part in
   * @throws QueueFullException when too many wait
   */
  public <T extends @Nullable Object> CompletableFuture<T> async(ThrowingSupplier<T, ?> body) {
    pool();
    return async.submit(Objects.requireNonNull(body));
  }

  /** As {@link #async(ThrowingSupplier)}, without a value. */
  public CompletableFuture<Void> async(ThrowingRunnable<?> body) {
    Objects.requireNonNull(body);
    return this.<@Nullable Void>async(() -> nothing(body));
  }

  /**
   * The mapped rows of a reading statement. Arguments stand for the statement's parameters in order
   * and are stored as components of their type are. Runs in the thread's transaction if there is
   * one.
   */
  public <T extends @Nullable Object> List<T> query(
      String sql, RowMapper<T> mapper, @Nullable Object... args) {
    PlainSql.requireQuery(sql);
    return statements().read(session -> PlainSql.query(session, sql, mapper, args));
  }

  /**
   * Runs one statement that changes data or schema.
   *
   * @return the rows changed, without those changed by foreign key actions and triggers; 0 for a
   *     change of the schema
   */
  public long execute(String sql, @Nullable Object... args) {
    PlainSql.requireUpdate(sql);
    return statements().write(session -> PlainSql.execute(session, sql, args));
  }

  private Sessions statements() {
    Hooks hooks = plugins.hooks();
    return hooks == null ? sessions() : hooks.statements("", sessions());
  }

  /**
   * Copies the database as it is now into a new file, while others read and write. The file appears
   * whole and flushed to the disk, or not at all; it holds no free pages. The copy is a database:
   * to go back to it, close the damaged one, move that and the {@code -wal} and {@code -shm} beside
   * it away, and open the copy, or a copy of that, in its place.
   *
   * @throws StorageException when the file exists, or cannot be written
   * @throws CorruptDatabaseException when a damaged page was met
   * @throws TransactionStateException inside a transaction of this thread
   * @throws OperationInterruptedException when the thread is interrupted
   */
  public void backupTo(Path file) {
    backupTo(file, progress -> {});
  }

  /**
   * The same, telling how far it is, at most every 50 milliseconds and at the end, on this thread.
   * What the listener throws ends the backup and comes out.
   */
  public void backupTo(Path file, Consumer<BackupProgress> listener) {
    Objects.requireNonNull(listener);
    pool()
        .maintenance()
        .backupTo(
            Objects.requireNonNull(file),
            (written, expected) -> listener.accept(new BackupProgress(written, expected)));
  }

  /**
   * Moves all committed changes from the write-ahead log into the file and empties the log. The
   * engine does so by itself every 1,000 pages and on {@link #close}; this is for the moment before
   * the file is looked at from outside.
   *
   * @throws LockTimeoutException when the write lock was not free in time, or a stream or read
   *     transaction still sees an older state; what could be moved is moved then
   * @throws TransactionStateException inside a transaction of this thread
   */
  public void checkpoint() {
    observers.telemetry.checkpoint(pool().maintenance()::checkpoint);
  }

  /**
   * Brings the statistics up by which the engine chooses its plans, for tables that have changed
   * much since; reads a bounded part of each. Happens by itself every few hours and on {@link
   * #close}.
   *
   * @throws TransactionStateException inside a transaction of this thread
   */
  public void optimize() {
    pool().maintenance().optimize();
  }

  /**
   * From now on so many connections read at a time; those that are too many are closed when they
   * are given back.
   *
   * @throws InvalidArgumentException unless it is 1 to 256
   */
  public void resizeReaders(int count) {
    if (count < 1 || count > 256) {
      throw new InvalidArgumentException("readers is " + count + ", must be from 1 to 256");
    }
    pool().resizeReaders(count);
    async.resize(count + 1);
  }

  /**
   * Whether the database can be worked with: sizes of its files, who waits for what. Costs two
   * looks at the file system, waits for nothing, and answers after {@link #close}, too.
   */
  public DatabaseHealth health() {
    PooledSessions sessions = use.sessions();
    return DatabaseHealth.of(sessions.report(), !closed && !sessions.closed());
  }

  /** Connections and prepared statements in numbers; waits for nothing. */
  public DatabaseStats stats() {
    return DatabaseStats.of(pool().report());
  }

  /**
   * Reads the whole file and checks its structure and every reference, in one snapshot; takes a
   * reader for as long as that needs. At most 100 findings of structure are listed. Full-text
   * indexes are then compared with their rows one by one, under the write lock; those of a
   * read-only database are not.
   *
   * @return what is wrong, in an unmodifiable list; empty when nothing was found
   * @throws OperationInterruptedException when the thread is interrupted
   * @throws TransactionStateException inside a transaction, when a collection has full text
   */
  public List<Finding> verify() {
    return Verification.run(pool(), collections.fullTexts());
  }

  /**
   * From now on reports each statement that keeps the engine busy for as long, or longer, as a
   * {@link SlowQuery}: to the listeners, and as a warning to the logger {@code dev.dbrazor.slow}.
   * While this is on, each row costs two looks at the clock; off, it costs nothing.
   *
   * @param threshold null turns it off, zero reports every statement
   * @throws InvalidArgumentException when it is negative
   */
  public void slowQueryThreshold(@Nullable Duration threshold) {
    observers.slowQueries.threshold(threshold);
  }

  /** From how long on a statement is reported as slow; empty while none is. */
  public Optional<Duration> slowQueryThreshold() {
    return Optional.ofNullable(observers.slowQueries.threshold());
  }

  /**
   * Runs the body so that this thread's statements in it may read all of any table, in spite of
   * {@link DatabaseConfig.Builder#scanLimit}.
   */
  public <T extends @Nullable Object, X extends Throwable> T allowScans(ThrowingSupplier<T, X> body)
      throws X {
    return observers.scans.allow(body);
  }

  /** As {@link #allowScans(ThrowingSupplier)}, without a value. */
  public <X extends Throwable> void allowScans(ThrowingRunnable<X> body) throws X {
    observers.scans.<@Nullable Void, X>allow(() -> nothing(body));
  }

  /** Tells the listener from now on what happens through this {@code Database}. */
  public void addListener(DatabaseListener listener) {
    observers.listeners.add(listener);
  }

  /** Tells it no more; nothing when it was not added. */
  public void removeListener(DatabaseListener listener) {
    observers.listeners.remove(listener);
  }

  /**
   * Registers a plugin behind the others.
   *
   * @throws PluginException when one of its name is registered already, or its {@link
   *     Plugin#onOpen} fails; it is not registered then
   */
  public void use(Plugin plugin) {
    pool();
    plugins.use(Objects.requireNonNull(plugin), collections.all());
  }

  /** Unregisters a plugin: its {@link Plugin#onClose} is called. Nothing for an unknown name. */
  public void unuse(String name) {
    plugins.unuse(Objects.requireNonNull(name));
  }

  /** The names of the registered plugins, in order. */
  public List<String> plugins() {
    return plugins.names();
  }

  /** A registered plugin. */
  public Optional<Plugin> plugin(String name) {
    return plugins.find(Objects.requireNonNull(name));
  }

  /** The versions of the collections registered so far, and what waits to be migrated. */
  public Migrations migrations() {
    return new Migrations(collections, new DroppedTables(pool()), plugins);
  }

  /** The collections registered so far, by name. */
  public List<CollectionInfo> collections() {
    pool();
    return collections.all();
  }

  /** A registered collection; an unknown name is a {@link CollectionException}. */
  public CollectionInfo collection(String name) {
    pool();
    return collections.get(name);
  }

  /** Which driver is used, why, and what else was tried. */
  public DriverInfo driver() {
    return driver;
  }

  /**
   * Ends waiting operations with a {@link DatabaseClosedException}, waits for work in progress up
   * to the configured time, interrupts what is left, and releases the file. Idempotent; an error
   * inside a transaction of the calling thread, and inside a hook of a plugin.
   */
  @Override
  public void close() {
    long deadline = System.nanoTime() + closeTimeout.toNanos();
    use.requireClosable(); // an error leaves the database open
    plugins.requireOutside();
    plugins.close();
    async.shut();
    use.close();
    closed = true;
    plugins.stop();
    observers.close();
    async.stop(deadline - System.nanoTime());
  }

  /**
   * The connections: for {@code CollectionDao} and generated code, which ask for them in each
   * operation, so that use after {@link #close} is found out. No part of the API.
   */
  @SuppressWarnings("exports")
  public Sessions sessions() {
    return observers.watch(pool(), null);
  }

  /**
   * The same for a statement whose summary is known: for generated code. No part of the API.
   *
   * @param summary see {@link StatementEvent#summary}
   */
  @SuppressWarnings("exports")
  public Sessions sessions(String summary) {
    return observers.watch(pool(), summary);
  }

  /** The same for a collection, which may have to wait for its migration. No part of the API. */
  @SuppressWarnings("exports")
  public Sessions sessions(Mapping<?, ?> mapping) {
    return collections.guarded(sessions(), mapping.collection());
  }

  /**
   * Makes a collection known and sees to its table, once: for {@code CollectionDao}. No part of the
   * API.
   */
  public void register(Mapping<?, ?> mapping) {
    pool();
    if (collections.register(mapping)) {
      plugins.announce(mapping.collection());
    }
  }

  /** The time and the ids of changes: for {@code CollectionDao}. No part of the API. */
  public StampSource stamps() {
    return stamps;
  }

  /**
   * The hooks of the plugins, null without any: for {@code CollectionDao} and generated code. No
   * part of the API.
   */
  @SuppressWarnings("exports")
  public @Nullable Hooks hooks() {
    return plugins.hooks();
  }

  /**
   * Makes what is derived from a collection anew: for {@code CollectionDao}. No part of the API.
   */
  public void rederive(Mapping<?, ?> mapping) {
    pool();
    collections.rederive(mapping);
  }

  private PooledSessions pool() {
    if (closed) {
      throw use.sessions().useAfterClose();
    }
    return use.sessions();
  }
}
