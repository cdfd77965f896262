package dev.dbrazor.hook;

import dev.dbrazor.ErrorCode;
import dev.dbrazor.ErrorDetails;
import dev.dbrazor.Hook;
import dev.dbrazor.Plugin;
import dev.dbrazor.PluginException;
import dev.dbrazor.PluginTimeoutException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A plugin with what it said of itself, and how its calls have gone. Shared by all threads. */
public final class Registered {
  private static final int MOST_TIMEOUTS = 3;

  private final Plugin plugin;
  private final String name;
  private final Set<Hook> hooks;
  private final boolean strict;
  private final @Nullable Duration limit;
  private final LimitedCalls limited;
  private final ThreadLocal<Boolean> inside = new ThreadLocal<>();
  private final Set<String> collections = ConcurrentHashMap.newKeySet();
  private final Map<String, Integer> timeouts = new ConcurrentHashMap<>();
  private volatile boolean quarantined;

  /**
   * @param allStrict whether even a plugin that is not strict is treated so
   */
  public Registered(Plugin plugin, boolean allStrict, LimitedCalls limited) {
    this.plugin = plugin;
    this.limited = limited;
    name = plugin.name();
    hooks = Set.copyOf(plugin.hooks());
    strict = allStrict || plugin.strict();
    limit = plugin.timeLimit().orElse(null);
    if (name.isBlank()) {
      throw new PluginException("A plugin must have a name: " + plugin.getClass().getName());
    }
    if (limit != null && (limit.isZero() || limit.isNegative())) {
      throw new PluginException("The time limit of plugin '" + name + "' is not positive");
    }
  }

  public Plugin plugin() {
    return plugin;
  }

  public String name() {
    return name;
  }

  boolean has(Hook hook) {
    return hooks.contains(hook);
  }

  /** Whether the calling thread is inside one of this plugin's hooks. */
  public boolean isRunning() {
    return inside.get() != null;
  }

  /** Tells of a collection, once; as {@link #after}. */
  public @Nullable PluginException collection(String collection) {
    return collections.add(collection)
        ? after("onCollection", p -> p.onCollection(collection))
        : null;
  }

  /** A hook that may veto: what it throws comes out in a {@link PluginException}. */
  public void before(String hook, HookCall.Silent call) {
    before(
        hook,
        name,
        p -> {
          call.on(p);
          return name;
        });
  }

  /**
   * The same with a result.
   *
   * @param unchanged the result when the hook is not called
   */
  <T> T before(String hook, T unchanged, HookCall<T> call) {
    try {
      return call(hook, unchanged, call);
    } catch (Throwable e) {
      throw failure(hook, e);
    }
  }

  /**
   * A hook that cannot veto.
   *
   * @return null, or what it threw, for the caller to report; in a {@link PluginException}
   */
  public @Nullable PluginException after(String hook, HookCall.Silent call) {
    try {
      call(
          hook,
          name,
          p -> {
            call.on(p);
            return name;
          });
      return null;
    } catch (Throwable e) {
      PluginException failure = failure(hook, e);
      if (!strict) {
        log().log(Level.WARNING, failure.getMessage(), e);
      }
      return failure;
    }
  }

  /** Unregistered: unlike other hooks this one is called inside one of the plugin's own, too. */
  public @Nullable PluginException close(HookCall.Silent onClose) {
    Boolean before = inside.get();
    inside.remove();
    try {
      return after("onClose", onClose);
    } finally {
      if (before != null) {
        inside.set(before);
      }
    }
  }

  public boolean isStrict() {
    return strict;
  }

  private <T> T call(String hook, T skipped, HookCall<T> call) throws Exception {
    if (isRunning()) {
      return skipped;
    }
    Duration most = limit;
    if (most == null) {
      return marked(call);
    }
    if (quarantined) {
      if (strict) {
        throw new PluginException(
            "Plugin '" + name + "' hung " + MOST_TIMEOUTS + " times in a row and is not called");
      }
      return skipped;
    }
    return withinLimit(hook, most, call);
  }

  private <T> T marked(HookCall<T> call) throws Exception {
    inside.set(true);
    try {
      return call.on(plugin);
    } finally {
      inside.remove();
    }
  }

  private <T> T withinLimit(String hook, Duration most, HookCall<T> call) throws Exception {
    try {
      T result = limited.call(hook + " of plugin '" + name + "'", most, () -> marked(call));
      timeouts.remove(hook);
      return result;
    } catch (PluginTimeoutException e) {
      if (timeouts.merge(hook, 1, Integer::sum) >= MOST_TIMEOUTS) {
        quarantined = true;
        log()
            .log(
                Level.ERROR,
                "Plugin '"
                    + name
                    + "' hung "
                    + MOST_TIMEOUTS
                    + " times in a row and is quarantined");
      }
      throw e;
    }
  }

  private PluginException failure(String hook, Throwable e) {
    if (e instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    if (e instanceof PluginException own) {
      return own;
    }
    return new PluginException(
        ErrorDetails.of(ErrorCode.PLUGIN, "Plugin '" + name + "' failed in " + hook + ": " + e), e);
  }

  /** Only asked for when there is something to say: logging takes long to start. */
  private static Logger log() {
    return System.getLogger("dev.dbrazor.plugin");
  }
}
