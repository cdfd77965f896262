package dev.dbrazor.features.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dbrazor.Database;
import dev.dbrazor.DatabaseConfig;
import dev.dbrazor.Subscription;
import dev.dbrazor.features.storage.JavaProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commits of other processes. */
@Timeout(120)
class OtherProcessTest {
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  @SuppressWarnings("try") // the subscription only has to be open
  void commitsOfAnotherProcessAreDelivered(boolean readOnly) throws Exception {
    Path file = directory.resolve("live.db");
    BlockingQueue<List<String>> deliveries = new LinkedBlockingQueue<>();
    Database.open(file).close();
    try (Database db = Database.open(file)) {
      new PostDao(db);
    }
    DatabaseConfig config = DatabaseConfig.builder().path(file).readOnly(readOnly).build();
    try (Database db = Database.open(config)) {
      PostDao posts = new PostDao(db);
      try (Subscription live =
          posts.observe(found -> deliveries.add(found.stream().map(Post::text).toList()))) {
        assertEquals(List.of(), deliveries.take());
        JavaProcess.run(directory, List.of(), PostWriter.class, file.toString(), "a", "b", "c");
        while (deliveries.take().size() < 3) {
          Thread.onSpinWait();
        }
        assertEquals(3, posts.count());
      }
    }
  }
}
