package dev.dbrazor.benchmarks.plugins;

import dev.dbrazor.Database;
import dev.dbrazor.DatabaseListener;
import dev.dbrazor.Plugin;
import dev.dbrazor.plugin.Metrics;

/** Who follows a database while it is measured. */
public enum Follower {
  NONE("nobody") {
    @Override
    void follow(Database db) {}
  },
  GONE("nobody any more") {
    @Override
    void follow(Database db) {
      DatabaseListener listener = new DatabaseListener() {};
      db.addListener(listener);
      db.use(new Idle());
      db.unuse("idle");
      db.removeListener(listener);
    }
  },
  METRICS("`Metrics`") {
    @Override
    void follow(Database db) {
      db.use(new Metrics());
    }
  },
  LISTENER("a listener that does nothing") {
    @Override
    void follow(Database db) {
      db.addListener(new DatabaseListener() {});
    }
  },
  PLUGIN("a plugin with all hooks that do nothing") {
    @Override
    void follow(Database db) {
      db.use(new Idle());
    }
  };

  private final String title;

  Follower(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  abstract void follow(Database db);

  /** Every hook is called and does nothing. */
  private record Idle(String name) implements Plugin {
    Idle() {
      this("idle");
    }
  }
}
