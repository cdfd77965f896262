package dev.dbrazor.hook;

import dev.dbrazor.Hook;
import java.util.List;

/** Tells plugins of errors; an error met while doing so is logged only. */
public final class Errors {
  private final ThreadLocal<Boolean> reporting = new ThreadLocal<>();
  private volatile List<Registered> plugins = List.of();

  /** From now on these are told. */
  public void tell(List<Registered> all) {
    plugins = all.stream().filter(p -> p.has(Hook.ERROR)).toList();
  }

  /** Calls {@code onError} of each plugin, unless this thread is inside such a call. */
  public void report(Throwable error) {
    if (plugins.isEmpty() || reporting.get() != null) {
      return;
    }
    reporting.set(true);
    try {
      for (Registered plugin : plugins) {
        plugin.after("onError", p -> p.onError(error));
      }
    } finally {
      reporting.remove();
    }
  }
}
