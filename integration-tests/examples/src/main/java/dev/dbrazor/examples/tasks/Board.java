package dev.dbrazor.examples.tasks;

import dev.dbrazor.Database;
import dev.dbrazor.Subscription;
import dev.dbrazor.plugin.AuditDao;
import dev.dbrazor.plugin.AuditEntry;
import dev.dbrazor.plugin.AuditLog;
import dev.dbrazor.plugin.RecordCache;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** The board: draws the tasks each time any process has changed them, until all are done. */
public final class Board {
  private static final String CLEAR_SCREEN = "\033[H\033[2J";
  private static final List<String> TITLES =
      List.of("Buy bread", "Write the report", "Water the plants", "Call Ada");

  private final PrintStream out;

  Board(PrintStream out) {
    this.out = out;
  }

  /** Takes the file. */
  public static void main(String[] args) throws IOException, InterruptedException {
    new Board(System.out).run(Path.of(args[0]));
  }

  void run(Path file) throws IOException, InterruptedException {
    try (Database db = Database.open(file)) {
      TaskDao tasks = new TaskDao(db);
      RecordCache cache = new RecordCache(1_000, 10_000_000, Set.of("tasks"));
      db.use(cache);
      db.use(new AuditLog(() -> "board"));
      List<Task> added = tasks.insertAll(TITLES.stream().map(Task::open).toList());
      CountDownLatch done = new CountDownLatch(1);
      Subscription view =
          tasks
              .query()
              .orderBy(Task_.id.asc())
              .observe(
                  all -> {
                    draw(all);
                    if (all.stream().allMatch(task -> task.state() == State.DONE)) {
                      done.countDown();
                    }
                  });
      Process worker = startWorker(file);
      done.await();
      view.close();
      worker.waitFor();
      tell(db, tasks, cache, added.get(0).id());
    }
  }

  private void draw(List<Task> tasks) {
    StringBuilder picture = new StringBuilder(CLEAR_SCREEN);
    for (Task task : tasks) {
      picture.append(String.format("%-8s %s%n", task.state(), task.title()));
    }
    out.print(picture);
    out.flush();
  }

  private static Process startWorker(Path file) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Worker.class.getName(),
            file.toString())
        .inheritIO()
        .start();
  }

  /** Who did what to one task. */
  private void tell(Database db, TaskDao tasks, RecordCache cache, long id) {
    for (int i = 0; i < 3; i++) {
      tasks.findById(id);
    }
    for (AuditEntry entry : new AuditDao(db).of("tasks", id)) {
      out.printf("%s %s %s%n", entry.at(), entry.actor(), entry.after().orElse("deleted"));
    }
    out.printf("Looked up 3 times, read %d time(s)%n", cache.misses());
  }
}
