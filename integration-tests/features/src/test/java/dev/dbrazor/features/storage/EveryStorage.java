package dev.dbrazor.features.storage;

import dev.dbrazor.Database;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs all tests of a class on an empty file and in memory. */
@ParameterizedClass(name = "{0}")
@EnumSource(Storage.class)
public abstract class EveryStorage {
  @Parameter Storage storage;
  @TempDir Path directory;
  protected Database db;

  @BeforeEach
  void open() {
    db = storage.open(directory);
  }

  @AfterEach
  void close() {
    db.close();
  }
}
