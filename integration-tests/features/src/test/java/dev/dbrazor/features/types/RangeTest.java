package dev.dbrazor.features.types;

import static dev.dbrazor.query.Expressions.sum;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.MappingException;
import dev.dbrazor.features.storage.EveryStorage;
import dev.dbrazor.query.Assignment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What other programs stored and Java cannot hold is a typed error that names column and value. */
class RangeTest extends EveryStorage {
  private static final Document DOCUMENT =
      new Document(1, Samples.ORDINARY, List.of(), Map.of(), Optional.empty(), null);

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          int8,        128
          int8,        -129
          int16,       32768
          int32,       3000000000
          int32,       -2147483649
          flag,        2
          float32,     1e300
          letter,      'ab'
          letter,      ''
          color,       'PURPLE'
          color,       'red'
          whole,       '1.5'
          exact,       'abc'
          uuid,        x'00'
          date,        '2024-02-30'
          time,        '25:00:00.000000'
          date_time,   'yesterday'
          vector,      x'0000'
          vector,      x'0000c07f0000000000000000'
          """)
  void aColumnOutOfRangeIsNamed(String column, String literal) {
    ScalarsDao dao = new ScalarsDao(db);
    dao.insert(Scalars.of(1, Samples.ORDINARY));
    assertEquals(1, db.execute("UPDATE scalars SET " + column + " = " + literal));
    MappingException error = assertThrows(MappingException.class, () -> dao.findById(1L));
    String component = column.replace("_t", "T");
    assertTrue(error.getMessage().contains(component), error.getMessage());
    assertEquals(Optional.of("scalars"), error.collection());
    assertEquals(Optional.of(column), error.column());
    assertEquals(component, error.details().component());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          $.int8,    128
          $.int32,   3000000000
          $.int32,   1.5
          $.int32,   'x'
          $.flag,    2
          $.color,   'PURPLE'
          $.text,    7
          $.date,    'x'
          $.uuid,    'x'
          """)
  void aDocumentOutOfRangeIsNamed(String path, String literal) {
    DocumentDao dao = new DocumentDao(db);
    dao.insert(DOCUMENT);
    db.execute("UPDATE documents SET body = json_set(body, '" + path + "', " + literal + ")");
    MappingException error = assertThrows(MappingException.class, () -> dao.findById(1L));
    assertTrue(error.getMessage().contains("body"), error.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          3000000000
          1.5
          'x'
          '7x'
          """)
  void aSelectedPathOutOfRangeIsNamed(String literal) {
    DocumentDao dao = new DocumentDao(db);
    dao.insert(DOCUMENT);
    db.execute("UPDATE documents SET body = json_set(body, '$.int32', " + literal + ")");
    MappingException error =
        assertThrows(
            MappingException.class, () -> dao.query().select(Document_.body.int32).toList());
    assertTrue(error.getMessage().contains("int32"), error.getMessage());
  }

  @Test
  void sumsOutOfRangeChangeNothing() {
    ScalarsDao columns = new ScalarsDao(db);
    DocumentDao documents = new DocumentDao(db);
    columns.insert(Scalars.of(1, Samples.HIGHEST));
    Document highest =
        new Document(1, Samples.HIGHEST, List.of(), Map.of(), Optional.empty(), null);
    documents.insert(highest);
    List<Assignment<Scalars>> ofColumns =
        List.of(
            Scalars_.int8.increment(1),
            Scalars_.int16.increment(1),
            Scalars_.int32.increment(1),
            Scalars_.int64.increment(1),
            Scalars_.float32.increment(Float.MAX_VALUE),
            Scalars_.money.increment(1));
    List<Assignment<Document>> ofDocuments =
        List.of(
            Document_.body.int8.increment(1),
            Document_.body.int16.increment(1),
            Document_.body.int32.increment(1),
            Document_.body.int64.increment(1),
            Document_.body.float32.increment(Float.MAX_VALUE),
            Document_.body.money.increment(1));
    for (int i = 0; i < ofColumns.size(); i++) {
      Assignment<Scalars> column = ofColumns.get(i);
      Assignment<Document> nested = ofDocuments.get(i);
      assertThrows(MappingException.class, () -> columns.update(1L, column), "column " + i);
      assertThrows(MappingException.class, () -> columns.query().update(column), "all " + i);
      assertThrows(MappingException.class, () -> documents.update(1L, nested), "nested " + i);
    }
    Same.assertSame(Samples.HIGHEST, columns.findById(1L).orElseThrow().values());
    Same.assertSame(highest, documents.findById(1L).orElseThrow());
  }

  @Test
  void totalsOutOfRangeAreSaidToBe() {
    ScalarsDao dao = new ScalarsDao(db);
    dao.insert(Scalars.of(1, Samples.HIGHEST));
    dao.insert(Scalars.of(2, Samples.HIGHEST));
    for (Executable asked :
        List.<Executable>of(
            () -> dao.query().select(sum(Scalars_.int64)).one(),
            () -> db.query("SELECT sum(int64) FROM scalars", row -> row.int64(0)))) {
      MappingException error = assertThrows(MappingException.class, asked);
      assertEquals(
          "The result of sum or abs is out of the range of a 64-bit integer (long)",
          error.getMessage());
      assertTrue(error.sql().orElseThrow().contains("sum("));
    }
  }

  @Test
  void aDocumentThatIsNotJsonIsNamed() {
    DocumentDao dao = new DocumentDao(db);
    dao.insert(DOCUMENT);
    db.execute("UPDATE documents SET many = '[{'");
    MappingException error = assertThrows(MappingException.class, () -> dao.findById(1L));
    assertTrue(error.getMessage().contains("many"), error.getMessage());
  }

  @Test
  void unknownKeysOfADocumentAreSkipped() {
    DocumentDao dao = new DocumentDao(db);
    dao.insert(DOCUMENT);
    db.execute("UPDATE documents SET body = json_set(body, '$.later', json('{\"a\":[1]}'))");
    Same.assertSame(Samples.ORDINARY, dao.findById(1L).orElseThrow().body());
  }
}
