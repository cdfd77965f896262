package dev.dbrazor;

import dev.dbrazor.pool.Lending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How long connections may be kept and held, and by whom. Immutable: each method returns a changed
 * copy. What is not set costs nothing, not even a thread; {@link DatabaseConfig.Builder#build}
 * checks all of it.
 */
public final class ConnectionLimits {
  /** Connections are opened when they are needed, and kept and held for as long as you like. */
  public static final ConnectionLimits NONE =
      new ConnectionLimits(0, null, null, null, null, Duration.ofHours(4), Map.of());

  private final int warmReaders;
  private final @Nullable Duration idleTimeout;
  private final @Nullable Duration lifetime;
  private final @Nullable Duration leakThreshold;
  private final @Nullable Duration longestRead;
  private final Duration optimizeEvery;
  private final Map<String, Integer> quotas;

  private ConnectionLimits(
      int warmReaders,
      @Nullable Duration idleTimeout,
      @Nullable Duration lifetime,
      @Nullable Duration leakThreshold,
      @Nullable Duration longestRead,
      Duration optimizeEvery,
      Map<String, Integer> quotas) {
    this.warmReaders = warmReaders;
    this.idleTimeout = idleTimeout;
    this.lifetime = lifetime;
    this.leakThreshold = leakThreshold;
    this.longestRead = longestRead;
    this.optimizeEvery = optimizeEvery;
    this.quotas = quotas;
  }

  /**
   * So many readers are opened in the background after the file, each at a random moment of the
   * first tenth of a second, and are kept when they are idle.
   */
  public ConnectionLimits warmReaders(int count) {
    return new ConnectionLimits(
        count, idleTimeout, lifetime, leakThreshold, longestRead, optimizeEvery, quotas);
  }

  /** A reader that nobody has used for so long is closed, but for the warm ones. */
  public ConnectionLimits idleTimeout(Duration limit) {
    return new ConnectionLimits(
        warmReaders,
        Objects.requireNonNull(limit),
        lifetime,
        leakThreshold,
        longestRead,
        optimizeEvery,
        quotas);
  }

  /** A reader so old is closed as soon as nobody uses it. */
  public ConnectionLimits lifetime(Duration limit) {
    return new ConnectionLimits(
        warmReaders,
        idleTimeout,
        Objects.requireNonNull(limit),
        leakThreshold,
        longestRead,
        optimizeEvery,
        quotas);
  }

  /**
   * Who holds a connection for longer is reported once, with the place it was taken at, to the
   * logger {@code dev.dbrazor.pool}. Costs a stack trace for each use of a connection.
   */
  public ConnectionLimits leakThreshold(Duration limit) {
    return new ConnectionLimits(
        warmReaders,
        idleTimeout,
        lifetime,
        Objects.requireNonNull(limit),
        longestRead,
        optimizeEvery,
        quotas);
  }

  /**
   * A stream, read or read transaction that lasts longer loses its connection: it ends in a {@link
   * CursorClosedException} that names the place it was begun at. So nobody keeps the write-ahead
   * log from being emptied for ever. Costs a stack trace for each use of a connection.
   */
  public ConnectionLimits longestRead(Duration limit) {
    return new ConnectionLimits(
        warmReaders,
        idleTimeout,
        lifetime,
        leakThreshold,
        Objects.requireNonNull(limit),
        optimizeEvery,
        quotas);
  }

  /** As {@link Database#optimize}, so often, at a moment when nobody writes; 4 hours. */
  public ConnectionLimits optimizeEvery(Duration interval) {
    return new ConnectionLimits(
        warmReaders,
        idleTimeout,
        lifetime,
        leakThreshold,
        longestRead,
        Objects.requireNonNull(interval),
        quotas);
  }

  /** So many threads at a time in {@link Database#asCaller} of that name; others wait. */
  public ConnectionLimits quota(String caller, int threads) {
    Map<String, Integer> more = new TreeMap<>(quotas);
    more.put(caller, threads);
    return new ConnectionLimits(
        warmReaders, idleTimeout, lifetime, leakThreshold, longestRead, optimizeEvery, more);
  }

  Lending lending() {
    return new Lending(
        warmReaders,
        idleTimeout,
        lifetime,
        leakThreshold,
        longestRead,
        optimizeEvery,
        quotas,
        Lending.MINUTE);
  }

  /** What is wrong with them for so many readers. */
  List<String> problems(int readers, boolean lazy) {
    List<String> problems = new ArrayList<>();
    if (warmReaders < 0 || warmReaders > readers) {
      problems.add("warmReaders is " + warmReaders + ", must be from 0 to readers, " + readers);
    }
    if (warmReaders > 0 && lazy) {
      problems.add("warmReaders are opened with the file, but lazy opens nothing then");
    }
    positive(problems, "idleTimeout", idleTimeout);
    positive(problems, "lifetime", lifetime);
    positive(problems, "leakThreshold", leakThreshold);
    positive(problems, "longestRead", longestRead);
    positive(problems, "optimizeEvery", optimizeEvery);
    if (idleTimeout != null && lifetime != null && idleTimeout.compareTo(lifetime) > 0) {
      problems.add("idleTimeout is longer than lifetime, and has no effect then");
    }
    for (Map.Entry<String, Integer> quota : quotas.entrySet()) {
      if (quota.getValue() < 1) {
        problems.add(
            "quota of " + quota.getKey() + " is " + quota.getValue() + ", must be 1 or more");
      }
    }
    return problems;
  }

  private static void positive(List<String> problems, String name, @Nullable Duration value) {
    if (value != null && (value.isNegative() || value.isZero())) {
      problems.add(name + " is " + value + ", must be positive");
    }
  }
}
