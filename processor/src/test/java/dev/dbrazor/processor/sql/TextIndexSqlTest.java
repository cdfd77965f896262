package dev.dbrazor.processor.sql;

import static dev.dbrazor.processor.sql.Models.LONG;
import static dev.dbrazor.processor.sql.Models.TEXT;
import static dev.dbrazor.processor.sql.Models.UUID;
import static dev.dbrazor.processor.sql.Models.id;
import static dev.dbrazor.processor.sql.Models.model;
import static dev.dbrazor.processor.sql.Models.part;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dbrazor.processor.model.EntityModel;
import dev.dbrazor.processor.model.FullText;
import dev.dbrazor.processor.model.IdModel.Kind;
import dev.dbrazor.processor.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the full-text index of a collection is made of. */
class TextIndexSqlTest {
  private static Models.Part text(String name) {
    return part(name, TEXT).fullText(new FullText(1, "", List.of()));
  }

  private static EntitySql sql(Kind kind, Value id, Models.Part... parts) {
    List<Models.Part> all = new ArrayList<>(List.of(id("id", id)));
    all.addAll(List.of(parts));
    EntityModel model = model("note", kind, all);
    return EntitySql.of(model, new SqliteDialect());
  }

  @Test
  void withoutFullTextThereIsNone() {
    EntitySql sql = sql(Kind.DATABASE_KEY, LONG, part("body", TEXT));
    assertEquals(List.of(), sql.derived());
    assertEquals(Optional.empty(), sql.textIndex());
  }

  @Test
  void integerIdIsTheIndexsRowid() {
    EntitySql sql = sql(Kind.DATABASE_KEY, LONG, part("name", TEXT), text("body"));
    assertEquals("id", sql.textIndex().orElseThrow().key());
    assertEquals(
        """
        CREATE VIRTUAL TABLE "note$text" USING fts5 (
          body,
          content = 'note',
          content_rowid = 'id'
        )""",
        sql.derived().get(0).statements().get(0));
  }

  @Test
  void otherIdsAreFoundByTheHiddenKey() {
    EntitySql sql = sql(Kind.UUID, UUID, text("title"), text("body"));
    assertEquals("_row", sql.textIndex().orElseThrow().key());
    assertEquals(
        """
        CREATE TRIGGER "note$text$update" AFTER UPDATE ON note
        WHEN (old._row, old.title, old.body)
            IS NOT (new._row, new.title, new.body) BEGIN
          INSERT INTO "note$text" ("note$text", rowid, title, body)
          VALUES ('delete', old._row, old.title, old.body);
          INSERT INTO "note$text" ("note$text", rowid, title, body)
          VALUES (CASE WHEN EXISTS (
                SELECT 1 FROM "note$text_docsize" WHERE id = new._row
              ) THEN 'rebuild' END,
              new._row, new.title, new.body);
        END""",
        sql.derived().get(0).statements().get(3));
  }

  @Test
  void whatIsSaidOfTheWholeIndexMayBeSaidOnAnyComponent() {
    EntitySql sql =
        sql(
            Kind.DATABASE_KEY,
            LONG,
            text("title"),
            part("body", TEXT)
                .fullText(new FullText(2.5, "unicode61 tokenchars '-'", List.of(2, 3))));
    assertEquals(
        """
        CREATE VIRTUAL TABLE "note$text" USING fts5 (
          title, body,
          content = 'note',
          content_rowid = 'id',
          tokenize = 'unicode61 tokenchars ''-''',
          prefix = '2 3'
        )""",
        sql.derived().get(0).statements().get(0));
  }
}
