package dev.dbrazor.features.types;

import static dev.dbrazor.features.types.Same.assertSame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.dbrazor.features.storage.EveryStorage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever is stored comes back the same, at the top, nested, optional, and in containers. */
class RoundTripTest extends EveryStorage {
  private static final List<Everything> SAMPLES =
      List.of(Samples.LOWEST, Samples.HIGHEST, Samples.ORDINARY);

  @Test
  void columnsComeBackAsTheyWent() {
    ScalarsDao dao = new ScalarsDao(db);
    for (Everything sample : SAMPLES) {
      Scalars stored = dao.insert(Scalars.of(0, sample));
      assertSame(sample, stored.values());
      assertSame(sample, dao.findById(stored.id()).orElseThrow().values());
    }
  }

  @Test
  void updatedColumnsComeBackAsTheyWent() {
    ScalarsDao dao = new ScalarsDao(db);
    dao.insert(Scalars.of(1, Samples.LOWEST));
    for (Everything sample : List.of(Samples.HIGHEST, Samples.ORDINARY, Samples.LOWEST)) {
      assertSame(sample, dao.update(Scalars.of(1, sample)).values());
      assertSame(sample, dao.findById(1L).orElseThrow().values());
    }
  }

  @Test
  void bulkRowsComeBackAsTheyWent() {
    ScalarsDao dao = new ScalarsDao(db);
    List<Scalars> rows = SAMPLES.stream().map(s -> Scalars.of(0, s)).toList();
    List<Scalars> stored = dao.insertAll(rows);
    List<Scalars> read = dao.findAllById(stored.stream().map(Scalars::id).toList());
    for (int i = 0; i < SAMPLES.size(); i++) {
      assertSame(SAMPLES.get(i), stored.get(i).values());
      assertSame(SAMPLES.get(i), read.get(i).values());
    }
  }

  @Test
  void documentsComeBackAsTheyWent() {
    DocumentDao dao = new DocumentDao(db);
    for (Everything sample : SAMPLES) {
      Document document =
          new Document(
              0, sample, SAMPLES, Map.of("k", sample, "", sample), Optional.of(sample), sample);
      Document stored = dao.insert(document);
      Document read = dao.findById(stored.id()).orElseThrow();
      assertSame(stored, read);
      assertSame(sample, read.body());
      assertSame(sample, read.many().get(SAMPLES.indexOf(sample)));
      assertSame(sample, read.named().get(""));
      assertSame(sample, read.maybe().orElseThrow());
      assertSame(sample, Optional.ofNullable(read.absent()).orElseThrow());
    }
  }

  @Test
  void absentDocumentsStayAbsent() {
    DocumentDao dao = new DocumentDao(db);
    Document document =
        new Document(1, Samples.LOWEST, List.of(), Map.of(), Optional.empty(), null);
    assertSame(document, dao.insert(document));
    assertSame(document, dao.findById(1L).orElseThrow());
  }

  @Test
  void presentOptionalsComeBackAsTheyWent() {
    OptionalsDao dao = new OptionalsDao(db);
    for (Everything sample : SAMPLES) {
      Maybe full = Maybe.of(sample, List.of("", "x"), Set.of(1), Map.of("k", Long.MIN_VALUE));
      Optionals stored = dao.insert(Optionals.of(0, full));
      assertSame(Optionals.of(stored.id(), full), stored);
      assertSame(Optionals.of(stored.id(), full), dao.findById(stored.id()).orElseThrow());
    }
  }

  @Test
  void absentOptionalsStayAbsent() {
    OptionalsDao dao = new OptionalsDao(db);
    assertSame(Optionals.of(1, Maybe.empty()), dao.insert(Optionals.of(1, Maybe.empty())));
    assertSame(Optionals.of(1, Maybe.empty()), dao.findById(1L).orElseThrow());
  }

  @Test
  void emptyContainersAreNotAbsentOnes() {
    OptionalsDao dao = new OptionalsDao(db);
    Maybe empty = Maybe.of(Samples.ORDINARY, List.of(), Set.of(), Map.of());
    dao.insert(Optionals.of(1, empty));
    assertSame(Optionals.of(1, empty), dao.findById(1L).orElseThrow());
  }

  @Test
  void containersComeBackInOrder() {
    ContainersDao dao = new ContainersDao(db);
    Containers full = Containers.of(1, Samples.FULL);
    assertSame(full, dao.insert(full));
    assertSame(full, dao.findById(1L).orElseThrow());
    Containers empty = Containers.of(2, Samples.EMPTY);
    assertSame(empty, dao.insert(empty));
    assertSame(empty, dao.findById(2L).orElseThrow());
  }

  @Test
  void containersThatWereReadCannotBeChanged() {
    ContainersDao dao = new ContainersDao(db);
    dao.insert(Containers.of(1, Samples.FULL));
    Containers read = dao.findById(1L).orElseThrow();
    assertThrows(UnsupportedOperationException.class, () -> read.texts().add("x"));
    assertThrows(UnsupportedOperationException.class, () -> read.colors().clear());
    assertThrows(UnsupportedOperationException.class, () -> read.byText().clear());
  }

  @Test
  void tenMebibytesComeBackAsTheyWent() {
    NoteDao dao = new NoteDao(db);
    String large = "0123456789abcde\u00E9".repeat(10 * 1024 * 1024 / 16);
    byte[] bytes = new byte[10 * 1024 * 1024];
    bytes[bytes.length - 1] = 1;
    Note note = new Note(1, large, bytes, new Page(large), List.of(large));
    dao.insert(note);
    Note read = dao.findById(1L).orElseThrow();
    assertEquals(large, read.text());
    assertEquals(1, read.bytes()[bytes.length - 1]);
    assertEquals(bytes.length, read.bytes().length);
    assertEquals(large, read.page().text());
    assertEquals(List.of(large), read.pages());
  }
}
