package dev.dbrazor.features.storage;

import dev.dbrazor.Database;
import java.nio.file.Path;

/** Where a test's database lives: whatever holds for a file holds in memory. */
public enum Storage {
  FILE {
    @Override
    public Database open(Path directory) {
      return Database.open(directory.resolve("test.db"));
    }
  },
  MEMORY {
    @Override
    public Database open(Path directory) {
      return Database.inMemory();
    }
  };

  /** Opens an empty database; the directory is only used by a file. */
  public abstract Database open(Path directory);
}
