package dev.dbrazor.features.crud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.Database;
import dev.dbrazor.NotFoundException;
import dev.dbrazor.UniqueConstraintException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole records changed by key: their indexes follow, and are left alone where nothing changes. */
class IndexedValueTest {
  private static final int FRAME = 24 + 4096;

  @TempDir Path directory;
  private Database db;
  private MemberDao members;

  @BeforeEach
  void open() {
    db = Database.open(directory.resolve("members.db"));
    members = new MemberDao(db);
    members.insertAll(LongStream.rangeClosed(1, 20).mapToObj(Member::of).toList());
  }

  @AfterEach
  void close() {
    db.close();
  }

  /** Pages that a change wrote. */
  private long pages(Runnable change) throws IOException {
    Path log = directory.resolve("members.db-wal");
    long before = Files.size(log);
    change.run();
    return (Files.size(log) - before) / FRAME;
  }

  @Test
  void changeThatKeepsIndexedValuesWritesNoIndex() throws IOException {
    Member other = Member.of(7).withNote("x");
    assertEquals(1, pages(() -> members.update(other)));
    assertEquals(1, pages(() -> members.upsert(other.withNote("y"))));
    assertEquals("y", members.findById(7L).orElseThrow().note());
  }

  @Test
  void changeOfOneIndexedValueChangesItsIndex() throws IOException {
    Member other = Member.of(7).withNote("x");
    assertTrue(pages(() -> members.update(other.withRank(2))) > 1);
    assertTrue(pages(() -> members.upsert(other.withRank(3))) > 1);
    assertEquals(List.of(7L), idsOfRank(3));
    assertEquals(List.of(), idsOfRank(2));
  }

  private List<Long> idsOfRank(@Nullable Integer rank) {
    return members
        .where(rank == null ? Member_.rank.isNull() : Member_.rank.eq(rank))
        .toList()
        .stream()
        .map(Member::id)
        .toList();
  }

  @Test
  void indexedValueComesAndGoes() {
    changeBoth(member -> member.withRank(null));
    assertEquals(List.of(7L, 8L), idsOfRank(null));
    changeBoth(member -> member.withRank(null).withNote("x"));
    assertEquals("x", members.findById(8L).orElseThrow().note());
    changeBoth(member -> member.withRank(5));
    assertEquals(List.of(7L, 8L), idsOfRank(5));
  }

  private void changeBoth(UnaryOperator<Member> change) {
    members.update(change.apply(Member.of(7)));
    members.upsert(change.apply(Member.of(8)));
  }

  @Test
  void componentInADocumentIsFoundByItsNewValue() {
    changeBoth(member -> member.withCity("Rome"));
    assertEquals(2, members.where(Member_.home.city.eq("Rome")).count());
    assertEquals(18, members.where(Member_.home.city.eq("Oslo")).count());
  }

  @Test
  void duplicateIsRefusedAndKeepsTheRow() {
    Member taken = Member.of(7).withNote("x").withName("m8");
    assertThrows(UniqueConstraintException.class, () -> members.update(taken));
    assertThrows(UniqueConstraintException.class, () -> members.upsert(taken));
    assertEquals(Member.of(7), members.findById(7L).orElseThrow());
  }

  @Test
  void unknownIdIsNotFoundByUpdateAndInsertedByUpsert() {
    assertThrows(NotFoundException.class, () -> members.update(Member.of(99)));
    assertEquals(Member.of(99), members.upsert(Member.of(99)));
    assertEquals(21, members.count());
  }

  @Test
  void triggersOfAnUpsertRunOnce() {
    db.execute("CREATE TABLE told (what TEXT)");
    db.execute(
        "CREATE TRIGGER inserting BEFORE INSERT ON members BEGIN"
            + " INSERT INTO told VALUES ('insert ' || new.id); END");
    db.execute(
        "CREATE TRIGGER updated AFTER UPDATE ON members BEGIN"
            + " INSERT INTO told VALUES ('update ' || new.id); END");
    members.upsert(Member.of(7).withNote("x"));
    assertEquals(List.of("update 7"), told());
    members.upsert(Member.of(8).withRank(9));
    assertEquals(List.of("insert 8", "update 8"), told());
    members.upsert(Member.of(99));
    assertEquals(List.of("insert 99"), told());
  }

  private List<String> told() {
    List<String> told = db.query("SELECT what FROM told", row -> row.text(0));
    db.execute("DELETE FROM told");
    return told;
  }

  @Test
  void indexesHoldAfterManyChanges() {
    Random random = new Random(7);
    db.transaction(
        () -> {
          for (int i = 0; i < 2000; i++) {
            Member changed =
                Member.of(1 + random.nextInt(20))
                    .withRank(random.nextInt(3) == 0 ? null : random.nextInt(3))
                    .withCity("c" + random.nextInt(2))
                    .withNote("n" + i);
            assertEquals(
                changed, random.nextBoolean() ? members.update(changed) : members.upsert(changed));
            assertEquals(changed, members.findById(changed.id()).orElseThrow());
          }
        });
    assertEquals("ok", db.query("PRAGMA integrity_check", row -> row.text(0)).get(0));
  }
}
