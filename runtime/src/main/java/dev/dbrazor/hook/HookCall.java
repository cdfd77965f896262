package dev.dbrazor.hook;

import dev.dbrazor.Plugin;

/**
 * One call of a hook.
 *
 * @param <T> what it gives
 */
@FunctionalInterface
public interface HookCall<T> {
  T on(Plugin plugin) throws Exception;

  /** A hook without a result. */
  @FunctionalInterface
  interface Silent {
    void on(Plugin plugin) throws Exception;
  }
}
