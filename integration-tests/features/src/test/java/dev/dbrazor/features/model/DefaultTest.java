package dev.dbrazor.features.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.dbrazor.features.storage.EveryStorage;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Defaults stand in for null when a row is inserted, and only then. */
class DefaultTest extends EveryStorage {
  private BookDao books;
  private Author author;

  @BeforeEach
  void makeBooks() {
    author = new AuthorDao(db).insert(Author.of("Ada"));
    books = new BookDao(db);
  }

  @Test
  void insertsTakeTheDefaultForNull() {
    assertEquals("unknown", books.insert(withoutGenre(0, 1)).genre());
    List<Book> many = books.insertAll(List.of(withoutGenre(0, 2), withoutGenre(0, 3)));
    assertEquals(List.of(7, 7), many.stream().map(Book::rating).toList());
  }

  @Test
  void updatesStoreNullOneByOneAndInBulk() {
    List<Book> stored =
        books.insertAll(List.of(withoutGenre(0, 1), withoutGenre(0, 2), withoutGenre(0, 3)));
    assertNull(books.update(withoutGenre(stored.get(0).id(), 1)).genre());
    List<Book> changed =
        books.updateAll(
            List.of(withoutGenre(stored.get(1).id(), 2), withoutGenre(stored.get(2).id(), 3)));
    changed.forEach(book -> assertNull(book.genre()));
    assertEquals(3, books.where(Book_.genre.isNull()).count());
  }

  private Book withoutGenre(long id, int place) {
    return new Book(id, author.id(), null, null, 1900, null, null, null, "shelf", place, false);
  }
}
