package dev.dbrazor.features.migrations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.Database;
import dev.dbrazor.DatabaseListener;
import dev.dbrazor.MigrationEvent;
import dev.dbrazor.MigrationException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Migrations are told to listeners and to Flight Recorder. */
class ToldTest {
  @TempDir Path work;
  private final List<MigrationEvent> told = new ArrayList<>();
  private final List<Program> programs = new ArrayList<>();
  private Path file;

  @BeforeEach
  void fill() throws IOException {
    file = work.resolve("shop.db");
    for (String source : Versions.all().subList(0, 4)) {
      programs.add(Program.of(work, source));
    }
    programs.get(0).run(file);
  }

  private void listen(Database db) {
    db.addListener(
        new DatabaseListener() {
          @Override
          public void migration(MigrationEvent event) {
            told.add(event);
          }
        });
  }

  @Test
  void aMigrationIsToldOnceAndRecorded() throws Exception {
    Path recorded = work.resolve("events.jfr");
    try (Database db = Database.open(file);
        Recording recording = new Recording()) {
      recording.start();
      listen(db);
      programs.get(1).run(db);
      recording.dump(recorded);
    }
    try (Database db = Database.open(file)) {
      listen(db);
      programs.get(1).run(db); // is there already
    }
    assertEquals(1, told.size());
    MigrationEvent event = told.get(0);
    assertTrue(event.elapsed().compareTo(Duration.ZERO) > 0);
    assertEquals(new MigrationEvent("customers", 2, event.elapsed(), Optional.empty()), event);
    RecordedEvent run =
        RecordingFile.readAllEvents(recorded).stream()
            .filter(each -> each.getEventType().getName().equals("dev.dbrazor.Migration"))
            .findFirst()
            .orElseThrow();
    assertEquals("customers", run.getString("collection"));
    assertEquals(2, run.getInt("version"));
    assertEquals(event.elapsed(), run.getDuration("elapsed"));
    assertEquals(null, run.getString("error"));
  }

  @Test
  void aMigrationThatFailsIsToldWithItsError() {
    try (Database db = Database.open(file)) {
      db.execute("INSERT INTO customers VALUES (1, 'Ada', NULL, 1815), (2, 'Ada', NULL, 1820)");
      listen(db);
      MigrationException error =
          assertThrows(MigrationException.class, () -> programs.get(3).run(db));
      assertEquals(error, told.get(0).error().orElseThrow());
      assertEquals(4, told.get(0).version());
    }
  }
}
