package dev.dbrazor.features.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.Database;
import dev.dbrazor.DatabaseConfig;
import dev.dbrazor.DriverChoice;
import dev.dbrazor.MappingException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Another program writes the file, without this library and with the settings that SQLite has by
 * default, while the index is in memory.
 */
class OtherProgramTest {
  private static final String INSERT = "INTO passages (id, topic, embedding) VALUES (?, 1, ?)";

  @TempDir Path directory;
  private final Mixture mixture = new Mixture(Passage.DIMENSIONS, 6);
  private Database db;
  private PassageDao passages;
  private List<Passage> stored;
  private Connection other;

  @BeforeEach
  void openTwice() throws SQLException {
    Path file = directory.resolve("shared.db");
    db = open(file);
    passages = new PassageDao(db);
    stored = passages.insertAll(Passages.some(mixture, Passages.MANY));
    assertEquals(id(7), nearest(vector(7)));
    other = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (Statement statement = other.createStatement();
        ResultSet setting = statement.executeQuery("PRAGMA recursive_triggers")) {
      assertEquals(0, setting.getInt(1));
    }
  }

  /** By the same copy of SQLite as the other program's: two must not have one file open here. */
  private static Database open(Path file) {
    return Database.open(DatabaseConfig.builder().path(file).driver(DriverChoice.JDBC).build());
  }

  @AfterEach
  void close() throws SQLException {
    other.close();
    db.close();
  }

  private UUID nearest(float[] query) {
    return Passages.nearest(passages, query);
  }

  private float[] vector(int index) {
    return Objects.requireNonNull(stored.get(index).embedding());
  }

  private UUID id(int index) {
    return Objects.requireNonNull(stored.get(index).id());
  }

  private void run(String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = other.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      statement.execute();
    }
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  private static byte[] bytes(float[] vector) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * vector.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(vector);
    return bytes.array();
  }

  private void complete() {
    int missing = 0;
    for (int i = 0; i < 20; i++) {
      missing += Passages.missing(passages.query(), mixture.next(), 10);
    }
    assertTrue(missing <= 4, "missing " + missing + " of 200");
  }

  @Test
  void whatItInsertsUpdatesAndDeletesIsKnownAtOnce() throws SQLException {
    float[] query = mixture.next();
    UUID added = new UUID(1, 2);
    run("INSERT " + INSERT, bytes(added), bytes(query));
    assertEquals(added, nearest(query));

    run("UPDATE passages SET embedding = ? WHERE id = ?", bytes(query), bytes(id(3)));
    run("DELETE FROM passages WHERE id = ?", bytes(added));
    assertEquals(id(3), nearest(query));
    assertNotEquals(id(3), nearest(vector(3)));
    complete();
  }

  @Test
  void anOpenTransactionOfItsIsNotSeen() throws SQLException {
    float[] query = mixture.next();
    UUID added = new UUID(1, 2);
    run("BEGIN");
    run("INSERT " + INSERT, bytes(added), bytes(query));
    assertNotEquals(added, nearest(query));
    run("COMMIT");
    assertEquals(added, nearest(query));
  }

  @Test
  void aRowItReplacesIsGoneThoughNoTriggerTellsOfIt() throws SQLException {
    float[] query = mixture.next();
    run("REPLACE " + INSERT, bytes(id(3)), bytes(query));
    assertEquals(Passages.MANY, passages.count());
    assertEquals(id(3), nearest(query));
    assertNotEquals(id(3), nearest(vector(3)));
    complete();
  }

  @Test
  void keysOfReplacedRowsMayComeBack() throws SQLException {
    float[] query = mixture.next();
    long newest = db.query("SELECT max(_row) FROM passages", row -> row.int64(0)).get(0);
    UUID replaced = id(Passages.MANY - 1);
    // First to a lower key, by which the newest is free again.
    run(
        "REPLACE INTO passages (_row, id, topic, embedding) VALUES (-1, ?, 1, ?)",
        bytes(replaced),
        bytes(vector(5)));
    UUID added = new UUID(1, 2);
    run("INSERT " + INSERT, bytes(added), bytes(query));
    assertEquals(newest, db.query("SELECT max(_row) FROM passages", row -> row.int64(0)).get(0));

    assertEquals(added, nearest(query));
    assertNotEquals(added, nearest(vector(Passages.MANY - 1)));
    assertNotEquals(replaced, nearest(vector(Passages.MANY - 1)));
    complete();
  }

  @Test
  void aVectorItReplacesByNullIsGone() throws SQLException {
    run(
        "REPLACE INTO passages (_row, id, topic, embedding)"
            + " SELECT _row, id, topic, NULL FROM passages WHERE id = ?",
        bytes(id(3)));
    assertNotEquals(id(3), nearest(vector(3)));
    complete();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x'00'", "zeroblob(255)", "zeroblob(257)"})
  void aBlobItTruncatesIsFoundOutAmongMany(String blob) throws SQLException {
    run("UPDATE passages SET embedding = " + blob + " WHERE id = ?", bytes(id(3)));
    for (int i = 0; i < 3; i++) {
      MappingException found = assertThrows(MappingException.class, () -> nearest(mixture.next()));
      assertTrue(
          String.valueOf(found.getMessage())
              .startsWith("passages.embedding: a vector of 64 expected, found "),
          found::toString);
    }
    assertThrows(MappingException.class, () -> db.transaction(() -> nearest(mixture.next())));

    run("UPDATE passages SET embedding = ? WHERE id = ?", bytes(vector(3)), bytes(id(3)));
    assertEquals(id(3), nearest(vector(3)));
    complete();
  }

  @Test
  void aFileItMadeIsSearched() throws SQLException {
    Path made = directory.resolve("made.db");
    List<String> tables =
        db.query(
            "SELECT sql FROM sqlite_schema WHERE tbl_name = 'passages' AND type <> 'trigger'"
                + " AND sql IS NOT NULL",
            row -> row.text(0));
    try (Connection maker = DriverManager.getConnection("jdbc:sqlite:" + made);
        Statement statement = maker.createStatement()) {
      for (String sql : tables) {
        statement.execute(sql);
      }
      statement.execute("BEGIN");
      try (PreparedStatement insert = maker.prepareStatement("INSERT " + INSERT)) {
        for (Passage passage : stored) {
          insert.setBytes(1, bytes(Objects.requireNonNull(passage.id())));
          insert.setBytes(2, bytes(Objects.requireNonNull(passage.embedding())));
          insert.executeUpdate();
        }
      }
      statement.execute("COMMIT");
    }
    db.close();
    db = open(made);
    passages = new PassageDao(db);
    assertEquals(id(7), nearest(vector(7)));
    complete();
    float[] query = mixture.next();
    try (Connection maker = DriverManager.getConnection("jdbc:sqlite:" + made);
        PreparedStatement update =
            maker.prepareStatement("UPDATE passages SET embedding = ? WHERE id = ?")) {
      update.setBytes(1, bytes(query));
      update.setBytes(2, bytes(id(9)));
      assertEquals(1, update.executeUpdate());
    }
    assertEquals(id(9), nearest(query));
  }
}
