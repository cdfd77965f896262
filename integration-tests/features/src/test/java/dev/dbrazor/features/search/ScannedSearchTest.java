package dev.dbrazor.features.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.dbrazor.Database;
import dev.dbrazor.DatabaseConfig;
import dev.dbrazor.DatabaseListener;
import dev.dbrazor.FullScanException;
import dev.dbrazor.SlowQuery;
import dev.dbrazor.query.Fts;
import dev.dbrazor.query.Match;
import dev.dbrazor.query.RecordQuery;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** The limit of scans holds for filters of searches, and for searches that read all by nature. */
class ScannedSearchTest {
  private static final float[] QUERY = Objects.requireNonNull(Page.of("", 7, "", 7).meaning());

  @TempDir Path directory;
  private Database db;
  private PageDao pages;

  @BeforeEach
  void open() {
    DatabaseConfig config =
        DatabaseConfig.builder().path(directory.resolve("pages.db")).scanLimit(20).build();
    db = Database.open(config);
    pages = new PageDao(db);
    pages.insertAll(
        IntStream.range(0, 2_100).mapToObj(i -> Page.of("b" + i % 9, i, "java", i)).toList());
  }

  @AfterEach
  void close() {
    db.close();
  }

  private static FullScanException refused(Executable search) {
    return assertThrows(FullScanException.class, search);
  }

  private List<Match<Page>> nearest(RecordQuery<Page> among) {
    return among.nearest(Page_.meaning, QUERY, 3);
  }

  private List<Match<Page>> hybrid(RecordQuery<Page> among) {
    return among.hybrid(Fts.words("java"), Page_.meaning, QUERY, 3);
  }

  @Test
  void aFilterWithoutAnIndexIsRefused() {
    RecordQuery<Page> fresh = pages.where(Page_.state.eq("new"));

    assertEquals(List.of("state"), refused(() -> nearest(fresh)).missingIndex());
    refused(() -> hybrid(fresh));
    refused(() -> db.transaction(() -> nearest(fresh)));
    assertEquals(3, nearest(fresh.allowScan()).size());
    assertEquals(3, hybrid(fresh.allowScan()).size());
    assertEquals(3, db.allowScans(() -> nearest(fresh)).size());
    refused(() -> nearest(fresh));
  }

  @Test
  void whatAnIndexAnswersIsNoScan() {
    assertEquals(3, nearest(pages.query()).size());
    assertEquals(3, hybrid(pages.query()).size());
    assertEquals(3, nearest(pages.where(Page_.book.eq("b3"))).size());
    assertEquals(3, hybrid(pages.where(Page_.book.eq("b3"))).size());
  }

  @Test
  void aSearchThatReadsAllRowsIsAScan() {
    refused(() -> pages.nearest(Page_.meaning.exact(), QUERY, 3));
    List<Match<Page>> exact = pages.query().allowScan().nearest(Page_.meaning.exact(), QUERY, 3);
    assertEquals(3, exact.size());
    assertEquals(
        3, pages.where(Page_.book.eq("b3")).nearest(Page_.meaning.exact(), QUERY, 3).size());
    MemoryDao memories = new MemoryDao(db);
    for (int i = 0; i < 21; i++) {
      memories.insert(new Memory(new UUID(0, i), "m", "java", new float[] {i, i}));
    }
    refused(() -> memories.nearest(Memory_.place, new float[2], 3));
    refused(() -> memories.hybrid(Fts.words("java"), Memory_.place, new float[2], 3));
    assertEquals(3, db.allowScans(() -> memories.nearest(Memory_.place, new float[2], 3)).size());
  }

  @Test
  void itsStatementsAreStillWatched() {
    List<String> seen = new ArrayList<>();
    db.addListener(
        new DatabaseListener() {
          @Override
          public void slowQuery(SlowQuery query) {
            seen.add(query.sql());
          }
        });
    db.slowQueryThreshold(Duration.ofNanos(1));

    nearest(pages.where(Page_.book.eq("b3")));

    assertEquals(1, seen.stream().filter(sql -> sql.contains("group_concat")).count());
    assertEquals(3, seen.stream().filter(sql -> sql.contains("book, number, state")).count());
  }
}
