package dev.dbrazor;

import dev.dbrazor.hook.Hooks;
import dev.dbrazor.pool.Deadline;
import dev.dbrazor.pool.PooledSessions;
import dev.dbrazor.pool.TransactionBody;
import dev.dbrazor.pool.TransactionHandle;
import org.jspecify.annotations.Nullable;

/**
 * The transactions of a database as its plugins and listeners see them, which are told of outermost
 * ones only; what is inside another one goes to the connections directly.
 */
final class OutermostTransactions {
  private final Plugins plugins;
  private final Telemetry telemetry;

  OutermostTransactions(Plugins plugins, Telemetry telemetry) {
    this.plugins = plugins;
    this.telemetry = telemetry;
  }

  <T extends @Nullable Object, X extends Throwable> T write(
      PooledSessions pool, ThrowingSupplier<T, X> body) throws X {
    return pool.inTransaction() || isUnseen()
        ? pool.transaction(body::get)
        : seen(() -> pool.transaction(body::get));
  }

  <T extends @Nullable Object, X extends Throwable> T read(
      PooledSessions pool, ThrowingSupplier<T, X> body) throws X {
    return pool.inTransaction() || isUnseen()
        ? pool.readTransaction(body::get)
        : seen(() -> pool.readTransaction(body::get));
  }

  private boolean isUnseen() {
    return plugins.hooks() == null && telemetry.isIdle();
  }

  <T extends @Nullable Object, X extends Throwable> T run(
      PooledSessions pool, TransactionOptions options, ThrowingSupplier<T, X> body) throws X {
    Deadline deadline = options.deadline();
    RetryPolicy policy = pool.inTransaction() ? RetryPolicy.NEVER : options.retries();
    return new Attempts(policy, deadline.orEarlier(pool.deadline()))
        .<T, X>run(() -> this.<T, X>seen(() -> once(pool, options, deadline, body)));
  }

  private static <T extends @Nullable Object, X extends Throwable> T once(
      PooledSessions pool,
      TransactionOptions options,
      Deadline deadline,
      ThrowingSupplier<T, X> body)
      throws X {
    return options.readOnly()
        ? pool.readTransaction(body::get, deadline)
        : pool.transaction(body::get, deadline);
  }

  private <T extends @Nullable Object, X extends Throwable> T seen(TransactionBody<T, X> body)
      throws X {
    Hooks hooks = plugins.hooks();
    return telemetry.transaction(hooks == null ? body : () -> hooks.transaction(body));
  }

  Transaction begin(PooledSessions pool, TransactionOptions options) {
    if (options.retries().attempts() > 1) {
      throw new InvalidArgumentException(
          "begin() runs no body that could be run again; use transaction(options, body)");
    }
    Hooks hooks = plugins.hooks();
    if (hooks != null) {
      hooks.beforeTransaction();
    }
    TransactionHandle handle = begun(pool, options, hooks);
    Transaction transaction = new Transaction(handle, hooks);
    pool.watch(handle, transaction);
    return transaction;
  }

  private static TransactionHandle begun(
      PooledSessions pool, TransactionOptions options, @Nullable Hooks hooks) {
    try {
      return pool.begin(!options.readOnly(), options.deadline());
    } catch (Throwable e) {
      if (hooks != null) {
        hooks.rolledBack(e);
      }
      throw e;
    }
  }
}
