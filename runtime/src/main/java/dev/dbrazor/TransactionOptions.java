package dev.dbrazor;

import dev.dbrazor.pool.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a transaction is run; immutable, see {@link Builder} for what can be chosen. */
public final class TransactionOptions {
  private final @Nullable Duration timeout;
  private final boolean readOnly;
  private final RetryPolicy retries;

  private TransactionOptions(Builder chosen) {
    timeout = chosen.timeout;
    readOnly = chosen.readOnly;
    retries = chosen.retries;
  }

  public static Builder builder() {
    return new Builder();
  }

  public Optional<Duration> timeout() {
    return Optional.ofNullable(timeout);
  }

  public boolean readOnly() {
    return readOnly;
  }

  /** One attempt when the body was not called idempotent. */
  public RetryPolicy retries() {
    return retries;
  }

  /** Starts the clock. */
  Deadline deadline() {
    return timeout == null ? Deadline.NONE : Deadline.after(timeout);
  }

  /** Collects choices; {@link #build} checks them. Not for several threads. */
  public static final class Builder {
    private @Nullable Duration timeout;
    private boolean readOnly;
    private RetryPolicy retries = RetryPolicy.NEVER;

    private Builder() {}

    /**
     * The transaction must be ready to commit so long after it was asked for, waiting for the write
     * lock and further attempts included; else it is rolled back with a {@link
     * QueryTimeoutException}. A statement that runs then is ended. Inside {@link
     * Database#withTimeout} or another transaction the earlier deadline counts. None by default.
     */
    public Builder timeout(Duration limit) {
      timeout = Objects.requireNonNull(limit);
      return this;
    }

    /** True: as {@link Database#readTransaction(ThrowingSupplier)}; false by default. */
    public Builder readOnly(boolean only) {
      readOnly = only;
      return this;
    }

    /**
     * Calls the body idempotent: what it does beside the database may happen again. It is then run
     * again, in a new transaction, after an error that {@link ErrorCode#isTransient} and left
     * nothing stored. Inside another transaction it is run once. Not so by default.
     */
    public Builder idempotent(RetryPolicy policy) {
      retries = Objects.requireNonNull(policy);
      return this;
    }

    /** Throws a {@link ConfigurationException} when the timeout is not positive. */
    public TransactionOptions build() {
      List<String> problems = new ArrayList<>();
      if (timeout != null && (timeout.isNegative() || timeout.isZero())) {
        problems.add("timeout is " + timeout + ", must be positive");
      }
      if (!problems.isEmpty()) {
        throw new ConfigurationException(problems);
      }
      return new TransactionOptions(this);
    }
  }
}
