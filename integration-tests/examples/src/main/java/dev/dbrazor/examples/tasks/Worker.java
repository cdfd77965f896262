package dev.dbrazor.examples.tasks;

import dev.dbrazor.Database;
import dev.dbrazor.plugin.AuditLog;
import java.nio.file.Path;
import java.util.List;

/** Another process: starts each open task, and finishes it. */
public final class Worker {
  private Worker() {}

  /** Takes the file. */
  public static void main(String[] args) {
    try (Database db = Database.open(Path.of(args[0]))) {
      TaskDao tasks = new TaskDao(db);
      db.use(new AuditLog(() -> "worker"));
      List<Task> open = tasks.where(Task_.state.eq(State.OPEN)).toList();
      for (Task task : open) {
        tasks.update(task.id(), Task_.state.set(State.STARTED));
        tasks.update(task.id(), Task_.state.set(State.DONE));
      }
    }
  }
}
