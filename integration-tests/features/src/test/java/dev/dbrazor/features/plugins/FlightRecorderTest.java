package dev.dbrazor.features.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.Database;
import dev.dbrazor.DatabaseConfig;
import dev.dbrazor.features.storage.JavaProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What Flight Recorder is told, and what it costs when it is not used. */
@Timeout(60)
class FlightRecorderTest {
  @TempDir Path directory;

  private List<RecordedEvent> events(Recording recording) throws Exception {
    Path recorded = directory.resolve("events.jfr");
    recording.dump(recorded);
    return RecordingFile.readAllEvents(recorded).stream()
        .filter(event -> event.getEventType().getName().startsWith("dev.dbrazor."))
        .toList();
  }

  private static List<RecordedEvent> named(List<RecordedEvent> events, String name) {
    return events.stream()
        .filter(event -> event.getEventType().getName().equals("dev.dbrazor." + name))
        .toList();
  }

  @Test
  void aRecordingHasTheEventsOfItsTimeOnly() throws Exception {
    try (Database db = Database.open(directory.resolve("shop.db"));
        Recording recording = new Recording()) {
      ItemDao items = new ItemDao(db);
      items.insert(Item.of("before"));
      recording.start();
      db.transaction(() -> items.findByName("during"));
      db.checkpoint();
      recording.stop();
      items.insert(Item.of("after"));
      List<RecordedEvent> events = events(recording);
      Set<String> names = new TreeSet<>();
      events.forEach(event -> names.add(event.getEventType().getName()));
      assertEquals(
          Set.of("dev.dbrazor.Checkpoint", "dev.dbrazor.Statement", "dev.dbrazor.Transaction"),
          names);
      assertEquals(
          List.of("SELECT gadgets"),
          named(events, "Statement").stream().map(event -> event.getString("summary")).toList());
    }
  }

  @Test
  void aRecordingInMemoryIsNoticed() throws Exception {
    try (Database db = Database.inMemory();
        Recording recording = new Recording()) {
      recording.setToDisk(false);
      recording.start();
      db.query("SELECT 1", row -> row.int64(0));
      assertEquals(1, named(events(recording), "Statement").size());
    }
  }

  @Test
  void slowQueriesAreRecordedWithTheirPlan() throws Exception {
    try (Database db = Database.inMemory();
        Recording recording = new Recording()) {
      ItemDao items = new ItemDao(db);
      items.insertAll(List.of(Item.of("a"), Item.of("b")));
      recording.start();
      items.count();
      db.slowQueryThreshold(Duration.ZERO);
      items.where(Item_.count.eq(0)).toList();
      db.slowQueryThreshold(null);
      List<RecordedEvent> slow = named(events(recording), "SlowQuery");
      assertEquals(1, slow.size());
      assertTrue(slow.get(0).getString("sql").endsWith("WHERE gadgets.count = ?"));
      assertEquals(2, slow.get(0).getLong("rows"));
      assertTrue(slow.get(0).getString("plan").contains("SCAN gadgets"));
      assertTrue(slow.get(0).getDuration("elapsed").toNanos() > 0);
    }
  }

  @Test
  void waitsForAConnectionAreRecorded() throws Exception {
    try (Database db = Database.inMemory();
        Recording recording = new Recording()) {
      ItemDao items = new ItemDao(db);
      recording.start();
      CompletableFuture<Void> writing =
          db.transaction(
              () -> {
                CompletableFuture<Void> other =
                    CompletableFuture.runAsync(() -> items.insert(Item.of("a")));
                while (db.stats().waiting() == 0) {
                  Thread.onSpinWait();
                }
                return other;
              });
      writing.join();
      List<RecordedEvent> waits = named(events(recording), "PoolWait");
      assertEquals(1, waits.size());
      assertTrue(waits.get(0).getBoolean("writing"));
      assertTrue(waits.get(0).getBoolean("acquired"));
      assertTrue(waits.get(0).getDuration("elapsed").toNanos() > 0);
    }
  }

  /** Opens a database and asks it. */
  public static final class Program {
    private Program() {}

    public static void main(String[] args) {
      boolean recorder = ModuleLayer.boot().findModule("jdk.jfr").isPresent();
      if (recorder != Boolean.parseBoolean(args[0])) {
        throw new AssertionError("the recorder is there: " + recorder);
      }
      try (Database db =
          Database.open(DatabaseConfig.builder().path(Path.of(args[1])).readers(1).build())) {
        ItemDao items = new ItemDao(db);
        items.insert(Item.of("a"));
        db.transaction(() -> items.findByName("a"));
        db.checkpoint();
      }
    }
  }

  @Test
  void aRuntimeWithoutTheRecorderWorks() throws Exception {
    JavaProcess.run(
        directory,
        List.of("--limit-modules", "java.base,java.sql,java.logging"),
        Program.class,
        "false",
        directory.resolve("a.db").toString());
  }

  @Test
  void whileItIsNotUsedOnlyTheClassThatSaysSoIsLoaded() throws Exception {
    Path log = directory.resolve("classes.txt");
    JavaProcess.run(
        directory,
        List.of("-Xlog:class+load:file=" + log.getFileName()),
        Program.class,
        "true",
        directory.resolve("a.db").toString());
    Matcher loaded =
        Pattern.compile("(jdk\\.jfr\\.\\S+|dev\\.dbrazor\\.flight\\.\\S+)")
            .matcher(Files.readString(log));
    Set<String> names = new TreeSet<>();
    while (loaded.find()) {
      names.add(loaded.group());
    }
    assertEquals(Set.of("dev.dbrazor.flight.FlightSensor", "jdk.jfr.FlightRecorder"), names);
  }
}
