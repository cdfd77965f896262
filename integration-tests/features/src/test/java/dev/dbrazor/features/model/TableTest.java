package dev.dbrazor.features.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.features.storage.EveryStorage;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tables: strict, with an explicit integer key, and no index twice. */
class TableTest extends EveryStorage {
  @BeforeEach
  void makeTables() {
    new AuthorDao(db);
    new BookDao(db);
    new SeatDao(db);
    new PersonDao(db);
    new Library_ShelfRowDao(db);
  }

  @Test
  void everyTableIsStrict() {
    List<String> strict =
        db.query(
            "SELECT name FROM pragma_table_list WHERE strict = 1 AND schema = 'main' ORDER BY name",
            row -> row.text(0));
    assertTrue(
        strict.containsAll(List.of("authors", "books", "people", "seats", "shelf_row")),
        strict.toString());
  }

  @Test
  void everyTableHasAnExplicitIntegerPrimaryKey() {
    for (String table : List.of("authors", "books", "people", "seats", "shelf_row")) {
      List<String> keys =
          db.query(
              "SELECT name || ' ' || type FROM pragma_table_xinfo(?) WHERE pk > 0",
              row -> row.text(0),
              table);
      String id = table.equals("authors") || table.equals("seats") ? "_row" : "id";
      assertEquals(List.of(id + " INTEGER"), keys, table);
    }
  }

  @Test
  void columnsAreNamedAfterComponentsAndPaths() {
    assertEquals(
        Set.of(
            "id",
            "name",
            "home_street",
            "home_city",
            "home_floor",
            "work_street",
            "work_city",
            "work_floor",
            "mail",
            "mail_city",
            "mail_point_y",
            "created_at",
            "updated_at"),
        Set.copyOf(columns("people")));
    assertTrue(columns("books").contains("published"));
    assertFalse(columns("books").contains("year"));
  }

  @Test
  void nullabilityIsInTheSchema() {
    assertEquals(
        List.of("editor_id", "translator_id", "genre", "rating", "barcode"),
        db.query(
            "SELECT name FROM pragma_table_info('books') WHERE \"notnull\" = 0 AND pk = 0",
            row -> row.text(0)));
  }

  @Test
  void noColumnIsIndexedTwice() {
    for (String table : List.of("authors", "books", "people", "seats", "shelf_row")) {
      List<String> indexed =
          db.query(
              "SELECT (SELECT group_concat(name) FROM pragma_index_info(i.name)) || i.partial"
                  + " FROM pragma_index_list(?) AS i",
              row -> row.text(0),
              table);
      assertEquals(indexed.stream().distinct().toList(), indexed, table);
    }
  }

  @Test
  void referencesAreIndexedUnlessToldNotTo() {
    List<String> first =
        db.query(
            "SELECT c.name FROM pragma_index_list('books') AS i, pragma_index_info(i.name) AS c"
                + " WHERE c.seqno = 0",
            row -> row.text(0));
    assertTrue(first.containsAll(List.of("author_id", "editor_id")), first.toString());
    assertFalse(first.contains("translator_id"), first.toString());
  }

  private List<String> columns(String table) {
    return db.query("SELECT name FROM pragma_table_xinfo(?)", row -> row.text(0), table);
  }
}
