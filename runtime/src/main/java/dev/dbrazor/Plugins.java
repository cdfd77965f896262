package dev.dbrazor;

import dev.dbrazor.hook.Errors;
import dev.dbrazor.hook.Hooks;
import dev.dbrazor.hook.LimitedCalls;
import dev.dbrazor.hook.Registered;
import dev.dbrazor.pool.PooledSessions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The plugins registered with one database, in order. Shared by all threads. */
final class Plugins {
  private final Database db;
  private final PooledSessions sessions;
  private final boolean strict;
  private boolean stopped;

  /** Null until there is a plugin. */
  private @Nullable LimitedCalls limited;

  private final Errors errors = new Errors();
  private final Set<String> opening = new HashSet<>();
  private volatile List<Registered> registered = List.of();
  private volatile @Nullable Hooks hooks;

  Plugins(Database db, PooledSessions sessions, boolean strict) {
    this.db = db;
    this.sessions = sessions;
    this.strict = strict;
  }

  /** Null while there is no plugin. */
  @Nullable Hooks hooks() {
    return hooks;
  }

  List<String> names() {
    return registered.stream().map(Registered::name).toList();
  }

  Optional<Plugin> find(String name) {
    return registered.stream()
        .filter(p -> p.name().equals(name))
        .map(Registered::plugin)
        .findFirst();
  }

  void use(Plugin plugin, List<CollectionInfo> collections) {
    Registered added = new Registered(plugin, strict, limited());
    claim(added.name());
    try {
      added.before("onOpen", p -> p.onOpen(db));
      publish(added);
    } finally {
      unclaim(added.name());
    }
    for (CollectionInfo collection : collections) {
      announce(added, collection.name());
    }
  }

  private synchronized void claim(String name) {
    if (!opening.add(name) || names().contains(name)) {
      throw new PluginException("A plugin named '" + name + "' is registered already");
    }
  }

  private synchronized void unclaim(String name) {
    opening.remove(name);
  }

  private synchronized void publish(Registered added) {
    List<Registered> all = new ArrayList<>(registered);
    all.add(added);
    set(all);
  }

  private void set(List<Registered> all) {
    registered = List.copyOf(all);
    errors.tell(registered);
    hooks = all.isEmpty() ? null : new Hooks(registered, sessions, errors);
  }

  void unuse(String name) {
    Registered removed = remove(name);
    if (removed != null) {
      close(removed);
    }
  }

  private synchronized @Nullable Registered remove(String name) {
    for (Registered plugin : registered) {
      if (plugin.name().equals(name)) {
        set(registered.stream().filter(p -> p != plugin).toList());
        return plugin;
      }
    }
    return null;
  }

  /** A collection was registered. */
  void announce(String collection) {
    for (Registered plugin : registered) {
      announce(plugin, collection);
    }
  }

  private void announce(Registered plugin, String collection) {
    PluginException failure = plugin.collection(collection);
    if (failure != null) {
      errors.report(failure);
      if (plugin.isStrict()) {
        throw failure;
      }
    }
  }

  /** A collection was put away, or deleted for good; the first failure of a strict plugin fails. */
  void dropped(String collection, boolean forGood) {
    PluginException thrown = null;
    for (Registered plugin : registered) {
      PluginException failure = plugin.after("onDrop", p -> p.onDrop(collection, forGood));
      if (failure != null) {
        errors.report(failure);
        if (plugin.isStrict() && thrown == null) {
          failure.noteTransactionState(TransactionState.COMMITTED);
          thrown = failure;
        }
      }
    }
    if (thrown != null) {
      throw thrown;
    }
  }

  /** Throws inside a hook of this thread. */
  void requireOutside() {
    for (Registered plugin : registered) {
      if (plugin.isRunning()) {
        throw new TransactionStateException(
            "A database cannot be closed by a hook: plugin '" + plugin.name() + "'");
      }
    }
  }

  /** Tells all that the database closes. */
  void close() {
    List<Registered> all = registered;
    synchronized (this) {
      set(List.of());
    }
    all.forEach(this::close);
  }

  private void close(Registered plugin) {
    PluginException failure = plugin.close(p -> p.onClose(db));
    if (failure != null) {
      errors.report(failure);
    }
  }

  private synchronized LimitedCalls limited() {
    LimitedCalls calls = limited;
    if (calls == null) {
      calls = new LimitedCalls(sessions);
      limited = calls;
      if (stopped) {
        calls.stop();
      }
    }
    return calls;
  }

  synchronized void stop() {
    stopped = true;
    if (limited != null) {
      limited.stop();
    }
  }
}
