package dev.dbrazor.features.types;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.dbrazor.NotNullException;
import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Dao;
import dev.dbrazor.annotation.Id;
import dev.dbrazor.annotation.Query;
import dev.dbrazor.features.storage.EveryStorage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An Optional that is null itself is an error that names it, not an empty one. */
class NullOptionalTest extends EveryStorage {
  @Collection("hints")
  record Hint(@Id long id, Optional<String> text, Optional<Instant> at, Inner inner) {}

  record Inner(Optional<Integer> number, int other) {}

  @Dao
  interface Hints {
    @Query("SELECT id FROM hints WHERE text IS :text")
    List<Long> of(Optional<String> text);
  }

  private static final Inner INNER = new Inner(Optional.empty(), 1);

  private void named(String component, Hint hint) {
    NullOptionalTest_HintDao dao = new NullOptionalTest_HintDao(db);
    NotNullException one = assertThrows(NotNullException.class, () -> dao.insert(hint));
    assertEquals(component, one.details().component());
    assertEquals(Optional.of("hints"), one.collection());
    assertThrows(NotNullException.class, () -> dao.insertAll(List.of(hint, hint)));
    assertThrows(NotNullException.class, () -> dao.upsert(hint));
    assertEquals(0, dao.count());
  }

  // Programs without a nullness checker do this.
  private static <T> @Nullable T nothing() {
    return null;
  }

  @Test
  void ofAColumn() {
    named("text", new Hint(1, nothing(), Optional.empty(), INNER));
  }

  @Test
  void ofAColumnThatIsCutWhenStored() {
    named("at", new Hint(1, Optional.empty(), nothing(), INNER));
  }

  @Test
  void insideADocument() {
    named("inner.number", new Hint(1, Optional.empty(), Optional.empty(), new Inner(nothing(), 1)));
  }

  @Test
  void ofAStatement() {
    Hints hints = new NullOptionalTest_HintsImpl(db);
    new NullOptionalTest_HintDao(db).insert(new Hint(1, Optional.empty(), Optional.empty(), INNER));
    assertEquals(List.of(1L), hints.of(Optional.empty()));
    assertThrows(NotNullException.class, () -> hints.of(nothing()));
  }
}
