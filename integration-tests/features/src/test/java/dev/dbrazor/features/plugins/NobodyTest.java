package dev.dbrazor.features.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.dbrazor.Database;
import dev.dbrazor.DatabaseListener;
import dev.dbrazor.features.storage.JavaProcess;
import dev.dbrazor.plugin.Metrics;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Without a plugin and a listener nothing of them is on the way of a statement: no object is made,
 * and no method is called, as before there were any and after the last has gone.
 */
@Timeout(60)
class NobodyTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int CALLS = 20_000;
  private static final int RUNS = 20;

  /** What stands between a call and the engine while somebody watches. */
  private static final Pattern WATCHING =
      Pattern.compile(
          "dev\\.dbrazor\\.(hook|flight|plugin|live)\\..*"
              + "|dev\\.dbrazor\\.(Telemetry|Observers|Listeners|Flight|Plugins|SlowQueryLog)\\b.*"
              + "|.*\\.(Hooked|Traced|Measured|Gated|Guarded|Refusing)\\w*\\..*");

  private final DatabaseListener listener = new DatabaseListener() {};
  private Database db;
  private ProbeDao probes;

  @BeforeEach
  void open() {
    db = Database.inMemory();
    probes = new ProbeDao(db);
    probes.insertAll(List.of(new Probe(1, "a"), new Probe(2, "b"), new Probe(3, "c")));
    Probe.seen();
  }

  @AfterEach
  void close() {
    db.close();
  }

  /** Every kind of call whose way to the engine a record can see. */
  private Set<String> ways() {
    probes.findById(1L);
    probes.findAllById(List.of(1L, 2L));
    probes.query().toList();
    probes.where(Probe_.name.eq("a")).first();
    probes.query().page(2);
    probes.query().forEach(probe -> {});
    probes.insert(new Probe(9, "x"));
    probes.update(new Probe(9, "y"));
    probes.update(9L, Probe_.name.set("z"));
    probes.upsert(new Probe(9, "x"));
    probes.deleteById(9L);
    probes.insertAll(List.of(new Probe(10, "x"), new Probe(11, "y")));
    probes.deleteAllById(List.of(10L, 11L));
    db.query("SELECT 1", row -> look());
    db.transaction(() -> look());
    db.readTransaction(() -> look());
    db.transaction(() -> db.transaction(() -> look()));
    return Probe.seen();
  }

  private static long look() {
    Probe.look();
    return 1;
  }

  private static List<String> watching(Set<String> ways) {
    return ways.stream().filter(way -> WATCHING.matcher(way).matches()).toList();
  }

  @Test
  void noMethodOfAnyIsCalled() {
    Set<String> before = ways();
    assertEquals(List.of(), watching(before));
    db.use(new Recorder("watching"));
    db.unuse("watching");
    db.addListener(listener);
    db.removeListener(listener);
    assertEquals(before, ways());
  }

  @Test
  void theyAreCalledWhileThereIsOne() {
    db.addListener(listener);
    assertNotEquals(List.of(), watching(ways()));
    db.removeListener(listener);
    db.use(new Metrics());
    assertNotEquals(List.of(), watching(ways()));
  }

  @Test
  void aStatementGoesToTheConnectionsThemselves() {
    Object connections = db.sessions();
    assertSame(connections, db.sessions());
    assertEquals(null, db.hooks());
    db.addListener(listener);
    assertNotSame(connections, db.sessions());
    db.removeListener(listener);
    assertSame(connections, db.sessions());
  }

  /** The least of several runs, since the first ones are made before all of it is compiled. */
  private static long bytes(int calls, IntConsumer call) {
    long least = Long.MAX_VALUE;
    for (int run = 0; run < RUNS; run++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < calls; i++) {
        call.accept(i);
      }
      least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
    return least / calls;
  }

  @Test
  void lookingForThemMakesNothing() {
    assertEquals(0, bytes(CALLS, i -> assertTrue(db.hooks() == null && db.sessions() != null)));
    db.addListener(listener);
    assertTrue(bytes(CALLS, i -> assertTrue(db.sessions() != null)) > 0);
  }

  /** Tells what a read makes before, while and after somebody watches. */
  public static final class Program {
    private Program() {}

    public static void main(String[] args) {
      try (Database db = Database.inMemory()) {
        ItemDao items = new ItemDao(db);
        items.insert(Item.of("a"));
        DatabaseListener listener = new DatabaseListener() {};
        db.readTransaction(
            () -> {
              System.out.println(bytesOfReads(items));
              db.addListener(listener);
              System.out.println(bytesOfReads(items));
              db.removeListener(listener);
              db.use(new Recorder("watching"));
              db.unuse("watching");
              System.out.println(bytesOfReads(items));
            });
      }
    }

    private static long bytesOfReads(ItemDao items) {
      return bytes(
          500,
          i -> {
            if (items.findById(1L).isEmpty()) {
              throw new AssertionError();
            }
          });
    }
  }

  /** Without a compiler, which removes allocations as it has seen them. */
  @Test
  void aCallMakesAsMuchAfterTheLastHasGoneAsBeforeTheFirst(@TempDir Path directory)
      throws Exception {
    String[] bytes =
        JavaProcess.run(directory, List.of("-Xint"), Program.class).strip().split("\\s+");
    long before = Long.parseLong(bytes[bytes.length - 3]);
    long watched = Long.parseLong(bytes[bytes.length - 2]);
    assertEquals(before, Long.parseLong(bytes[bytes.length - 1]));
    assertTrue(watched > before, watched + " > " + before);
  }
}
