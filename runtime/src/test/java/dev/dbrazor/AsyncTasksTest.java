package dev.dbrazor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.dbrazor.pool.PooledSessions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is given to the threads of a database at the moment of its end. */
@Timeout(60)
class AsyncTasksTest {
  @Test
  void afterTheEndATaskIsATypedErrorThatSaysWhatToDo() {
    try (Database db = Database.inMemory()) {
      AsyncTasks tasks = new AsyncTasks((PooledSessions) db.sessions(), 1);
      tasks.shut();
      DatabaseClosedException e =
          assertThrows(DatabaseClosedException.class, () -> tasks.submit(() -> 1));
      assertEquals(
          "The database " + db.health().file() + " is closed; open it again", e.getMessage());
    }
  }
}
