package dev.dbrazor.processor.sql;

import static dev.dbrazor.processor.sql.Models.INSTANT;
import static dev.dbrazor.processor.sql.Models.INT;
import static dev.dbrazor.processor.sql.Models.LONG;
import static dev.dbrazor.processor.sql.Models.TEXT;
import static dev.dbrazor.processor.sql.Models.UUID;
import static dev.dbrazor.processor.sql.Models.id;
import static dev.dbrazor.processor.sql.Models.model;
import static dev.dbrazor.processor.sql.Models.part;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.processor.model.Component.Role;
import dev.dbrazor.processor.model.EntityModel;
import dev.dbrazor.processor.model.IdModel.Kind;
import dev.dbrazor.processor.model.IndexModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the fixed statements say. */
class StatementTextTest {
  private static final EntityModel NOTES =
      model(
          "notes",
          Kind.UUID,
          List.of(
              id("id", UUID),
              part("slug", TEXT).unique(),
              part("state", TEXT).defaultSql("'new'"),
              part("made", INSTANT).role(Role.CREATED_AT),
              part("changed", INSTANT).role(Role.UPDATED_AT),
              part("version", INT).role(Role.VERSION)));

  private static EntitySql sql(EntityModel model) {
    return EntitySql.of(model, new SqliteDialect());
  }

  @Test
  void insertReturnsTheRowWhenTheDatabaseFillsInADefault() {
    assertEquals(
        """
        INSERT INTO notes (id, slug, state, made, changed, version)
        VALUES (?, ?, coalesce(?, ('new')), ?, ?, ?)
        RETURNING id, slug, state, made, changed, version""",
        sql(NOTES).insert());
  }

  @Test
  void insertReturnsNothingWhenJavaKnowsTheRow() {
    EntityModel model = model("tags", Kind.UUID, List.of(id("id", UUID), part("name", TEXT)));

    assertEquals("INSERT INTO tags (id, name)\nVALUES (?, ?)", sql(model).insert());
  }

  @Test
  void insertReturnsTheRowOnlyWhenTheDatabaseChoosesTheKey() {
    EntityModel model = model("tags", Kind.DATABASE_KEY, List.of(id("id", LONG)));

    assertEquals("INSERT INTO tags (id)\nVALUES (?)", sql(model).insert());
    assertEquals(
        Optional.of("INSERT INTO tags (id)\nVALUES (?)\nRETURNING id"),
        sql(model).insertReturning());
    assertEquals(Optional.of("SELECT coalesce(max(id), 0) FROM tags"), sql(model).highestKey());
  }

  @Test
  void updateKeepsIdAndTimeOfCreationAndCountsTheVersion() {
    assertEquals(
        """
        UPDATE notes
        SET slug = ?2, state = ?3, changed = ?5, version = version + 1
        WHERE id = ?1 AND version = ?6
        RETURNING id, slug, state, made, changed, version""",
        sql(NOTES).update());
  }

  @Test
  void updateBesideIndexesLeavesTheirColumnsOut() {
    assertEquals(
        Optional.of(
            """
            UPDATE notes
            SET state = ?3, changed = ?5, version = version + 1
            WHERE id = ?1 AND version = ?6
              AND slug IS ?2
            RETURNING id, slug, state, made, changed, version"""),
        sql(NOTES).updateUnindexed());
  }

  @Test
  void nothingIsBesideIndexesWhereAllColumnsAreInThem() {
    EntityModel model =
        model("tags", Kind.UUID, List.of(id("id", UUID), part("name", TEXT).unique()));
    assertEquals(Optional.empty(), sql(model).updateUnindexed());
  }

  @Test
  void updateAllComparesEachVersion() {
    assertEquals(
        """
        WITH _given (id, slug, state, made, changed, version) AS (
          VALUES (?, ?, ?, ?, ?, ?)
        )
        UPDATE notes
        SET slug = _given.slug, state = _given.state, changed = _given.changed,
            version = notes.version + 1
        FROM _given
        WHERE notes.id = _given.id AND notes.version = _given.version - 1
        RETURNING id, slug, state, made, changed, version""",
        sql(NOTES).updateAll());
  }

  @Test
  void upsertByAUniqueComponentKeepsTheId() {
    assertEquals(
        """
        INSERT INTO notes (id, slug, state, made, changed, version)
        VALUES (?, ?, coalesce(?, ('new')), ?, ?, ?)
        ON CONFLICT (slug) DO UPDATE
        SET slug = excluded.slug, state = excluded.state, changed = excluded.changed,
            version = version + 1
        RETURNING id, slug, state, made, changed, version""",
        sql(NOTES).uniqueKeys().get(0).upsert().orElseThrow());
  }

  @Test
  void partialUpdateTouchesVersionAndTime() {
    assertEquals(Optional.of("changed = ?, version = version + 1"), sql(NOTES).touch());
    assertEquals(List.of("id", "made", "changed", "version"), sql(NOTES).fixed());
  }

  @Test
  void rowOccursOnceInEveryStatementThatTakesRows() {
    EntitySql sql = sql(NOTES);
    Stream.of(sql.insert(), sql.insertOrIgnore(), sql.upsert())
        .forEach(text -> assertOccursOnce(sql.row(), text));
    assertOccursOnce(sql.plainRow(), sql.updateAll());
  }

  @Test
  void bulkUpdatePutsInNoDefaults() {
    assertEquals("(?, ?, ?, ?, ?, ?)", sql(NOTES).plainRow());
  }

  private static void assertOccursOnce(String row, String text) {
    int at = text.indexOf(row);
    assertTrue(at > 0 && text.indexOf(row, at + 1) < 0, text);
  }

  @Test
  void tableOfNothingButAnIdStillUpdates() {
    EntityModel model = model("marks", Kind.TEXT, List.of(id("id", TEXT)));

    assertEquals("UPDATE marks\nSET id = id\nWHERE id = ?1", sql(model).update());
    assertEquals(
        "INSERT INTO marks (id)\nVALUES (?)\nON CONFLICT (id) DO UPDATE\nSET id = id",
        sql(model).upsert());
  }

  @Test
  void compositeIdsComeAsListsInOneParameter() {
    EntityModel model =
        model("line", Kind.COMPOSITE, List.of(id("order_id", UUID), id("pos", INT)));

    assertEquals(
        """
        SELECT order_id, pos
        FROM line
        WHERE (order_id, pos) IN (SELECT unhex(json_extract(value, '$[0]')), \
        json_extract(value, '$[1]') FROM json_each(?))""",
        sql(model).findAllById());
    assertEquals("DELETE FROM line\nWHERE order_id = ? AND pos = ?", sql(model).deleteById());
  }

  @Test
  void partialUniqueIndexHasNoFinder() {
    EntityModel model =
        model(
            "users",
            Kind.DATABASE_KEY,
            List.of(id("id", LONG), part("a", TEXT), part("b", TEXT)),
            new IndexModel(List.of("a"), true, Optional.of("b IS NOT NULL")),
            new IndexModel(List.of("a", "b"), true, Optional.empty()));

    assertEquals(1, sql(model).uniqueKeys().size());
    assertEquals(
        "SELECT id, a, b\nFROM users\nWHERE a = ? AND b = ?",
        sql(model).uniqueKeys().get(0).find());
  }

  @Test
  void longListsBreakIntoLines() {
    List<Models.Part> parts =
        Stream.concat(
                Stream.of(id("id", LONG)),
                Stream.iterate(1, i -> i + 1).limit(40).map(i -> part("column_number_" + i, TEXT)))
            .toList();

    sql(model("wide", Kind.DATABASE_KEY, parts))
        .findById()
        .lines()
        .forEach(line -> assertTrue(line.length() <= 80, line));
  }
}
