package dev.dbrazor.features.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.Database;
import dev.dbrazor.Subscription;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What listeners of one process are told. */
@Timeout(60)
@SuppressWarnings("try") // subscriptions that only have to be open
class LiveQueryTest {
  @TempDir Path directory;
  private final BlockingQueue<List<String>> deliveries = new LinkedBlockingQueue<>();
  private Database db;
  private PostDao posts;
  private ReplyDao replies;

  @BeforeEach
  void open() {
    db = Database.open(directory.resolve("live.db"));
    posts = new PostDao(db);
    replies = new ReplyDao(db);
  }

  @AfterEach
  void close() {
    db.close();
  }

  private Consumer<List<Post>> texts() {
    return found -> deliveries.add(found.stream().map(Post::text).toList());
  }

  /** The next delivery. */
  private List<String> next() throws InterruptedException {
    List<String> next = deliveries.poll(30, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("nothing was delivered");
    }
    return next;
  }

  /** Fails when anything comes before a state; then that is the last one. */
  private void expect(String... texts) throws InterruptedException {
    assertEquals(List.of(texts), next());
  }

  private static boolean hasThread(String name) {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().equals(name));
  }

  private static void awaitNoThread(String name) {
    while (hasThread(name)) {
      Thread.onSpinWait();
    }
  }

  @Test
  void beginsWithWhatIsThereAndFollowsEveryKindOfChange() throws InterruptedException {
    Post first = posts.insert(Post.of("a"));
    try (Subscription live = posts.observe(texts())) {
      expect("a");
      posts.insert(Post.of("b"));
      expect("a", "b");
      posts.update(first.id(), Post_.text.set("A"));
      expect("A", "b");
      posts.where(Post_.text.eq("b")).update(Post_.text.set("B"));
      expect("A", "B");
      posts.insertAll(List.of(Post.of("c"), Post.of("d")));
      expect("A", "B", "c", "d");
      db.execute("UPDATE posts SET text = lower(text)");
      expect("a", "b", "c", "d");
      posts.deleteById(first.id());
      expect("b", "c", "d");
      posts.query().delete();
      expect();
    }
  }

  @Test
  void nothingIsDeliveredBeforeTheCommitNorAfterARollback() throws InterruptedException {
    try (Subscription live = posts.observe(texts())) {
      expect();
      CountDownLatch inserted = new CountDownLatch(1);
      db.transaction(
          () -> {
            posts.insert(Post.of("a"));
            posts.insert(Post.of("b"));
            inserted.countDown();
          });
      expect("a", "b");
      assertThrows(
          IllegalStateException.class,
          () ->
              db.transaction(
                  () -> {
                    posts.insert(Post.of("lost"));
                    throw new IllegalStateException();
                  }));
      posts.insert(Post.of("c"));
      expect("a", "b", "c");
    }
  }

  @Test
  void onlyChangesOfTablesTheQueryReadsRunIt() throws InterruptedException {
    AtomicInteger runs = new AtomicInteger();
    Post post = posts.insert(Post.of("a"));
    db.use(
        new dev.dbrazor.Plugin() {
          @Override
          public String name() {
            return "counter";
          }

          @Override
          public void beforeQuery(String collection, String sql) {
            if (collection.equals("posts")) {
              runs.incrementAndGet();
            }
          }
        });
    BlockingQueue<Long> counts = new LinkedBlockingQueue<>();
    try (Subscription live = posts.observe(texts());
        Subscription other = replies.observe(found -> counts.add((long) found.size()))) {
      expect("a");
      assertEquals(0L, counts.poll(30, TimeUnit.SECONDS));
      int before = runs.get();
      for (long i = 1; i <= 20; i++) {
        replies.insert(Reply.to(post, "r"));
        assertEquals(i, counts.poll(30, TimeUnit.SECONDS));
      }
      assertTrue(runs.get() <= before + 1, "once when polling began: " + runs);
      posts.deleteById(post.id());
      expect();
      assertEquals(0L, counts.poll(30, TimeUnit.SECONDS)); // by the foreign key's action
    }
  }

  @Test
  void queriesOfEveryKindCanBeObserved() throws InterruptedException {
    Post post = posts.insert(Post.of("a"));
    BlockingQueue<Object> seen = new LinkedBlockingQueue<>();
    try (Subscription children =
            posts.query().with(replies, Reply_.postId).observe(found -> seen.add(found));
        Subscription joined =
            posts.query().join(Post_.id, Reply_.postId).observe(found -> seen.add(found));
        Subscription selected =
            posts.where(Post_.text.eq("zz")).select(Post_.id).observe(found -> seen.add(found))) {
      for (int i = 0; i < 3; i++) {
        seen.poll(30, TimeUnit.SECONDS);
      }
      replies.insert(Reply.to(post, "r"));
      List<Object> both = List.of(seen.poll(30, TimeUnit.SECONDS), seen.poll(30, TimeUnit.SECONDS));
      assertTrue(both.contains(posts.query().with(replies, Reply_.postId).toList()));
      assertTrue(both.contains(posts.query().join(Post_.id, Reply_.postId).toList()));
    }
  }

  @Test
  void aSecondDatabaseOverTheSameFileIsSeen() throws InterruptedException {
    try (Subscription live = posts.observe(texts());
        Database second = Database.open(directory.resolve("live.db"))) {
      expect();
      new PostDao(second).insert(Post.of("a"));
      expect("a");
    }
  }

  @Test
  void statesComeInTheirOrderAndTheLastOneAlwaysComes() throws InterruptedException {
    BlockingQueue<Integer> sizes = new LinkedBlockingQueue<>();
    try (Subscription live = posts.observe(found -> sizes.add(found.size()))) {
      List<Thread> writers = new ArrayList<>();
      for (int w = 0; w < 4; w++) {
        Thread writer =
            new Thread(
                () -> {
                  for (int i = 0; i < 50; i++) {
                    posts.insert(Post.of("x"));
                  }
                });
        writer.start();
        writers.add(writer);
      }
      int last = -1;
      while (last < 200) {
        int size = sizes.take();
        assertTrue(size > last, size + " after " + last);
        last = size;
      }
      for (Thread writer : writers) {
        writer.join();
      }
    }
  }

  @Test
  void aListenerThatBlocksHoldsUpNeitherWritersNorOthers() throws InterruptedException {
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch blocked = new CountDownLatch(1);
    List<Integer> slow = new ArrayList<>();
    CountDownLatch caughtUp = new CountDownLatch(2);
    Subscription stuck =
        posts.observe(
            found -> {
              slow.add(found.size());
              blocked.countDown();
              caughtUp.countDown();
              try {
                release.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    blocked.await();
    try (Subscription live = posts.observe(texts())) {
      next();
      for (int i = 0; i < 100; i++) {
        posts.insert(Post.of("x"));
      }
      while (next().size() < 100) {
        assertEquals(1, caughtUp.getCount());
      }
    }
    release.countDown();
    caughtUp.await();
    stuck.close();
    assertEquals(List.of(0, 100), slow);
  }

  @Test
  void aListenerThatThrowsIsCalledAgain() throws InterruptedException {
    try (Subscription live =
        posts.observe(
            found -> {
              texts().accept(found);
              throw new AssertionError("listener");
            })) {
      expect();
      posts.insert(Post.of("a"));
      expect("a");
    }
  }

  @Test
  void aListenerMayEndItselfAndWrite() throws InterruptedException {
    AtomicReference<Subscription> live = new AtomicReference<>();
    CountDownLatch subscribed = new CountDownLatch(1);
    live.set(
        posts.observe(
            found -> {
              await(subscribed);
              texts().accept(found);
              if (found.size() == 2) {
                live.get().close();
              }
              posts.insert(Post.of("by the listener"));
            }));
    try (Subscription other = posts.observe(found -> {})) {
      subscribed.countDown();
      expect();
      expect("by the listener");
      expect("by the listener", "by the listener");
      while (posts.count() < 3) {
        Thread.onSpinWait();
      }
      BlockingQueue<Integer> sizes = new LinkedBlockingQueue<>();
      try (Subscription third = posts.observe(found -> sizes.add(found.size()))) {
        assertEquals(3, sizes.take());
      }
      assertTrue(deliveries.isEmpty());
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void closingEndsItAndWithTheLastOneThePolling() throws InterruptedException {
    Subscription live = posts.observe(texts());
    expect();
    assertTrue(hasThread("dbrazor-commits"));
    live.close();
    live.close();
    posts.insert(Post.of("a"));
    awaitNoThread("dbrazor-commits");
    Subscription again = posts.observe(texts());
    expect("a");
    db.close();
    awaitNoThread("dbrazor-commits");
    assertThrows(RuntimeException.class, () -> posts.observe(texts()));
    again.close();
    assertFalse(hasThread("dbrazor-commits"));
  }
}
