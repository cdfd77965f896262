package dev.dbrazor.features.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.CheckConstraintException;
import dev.dbrazor.ErrorCode;
import dev.dbrazor.ForeignKeyException;
import dev.dbrazor.UniqueConstraintException;
import dev.dbrazor.features.storage.EveryStorage;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Foreign keys, checks, defaults and unique indexes as the record declares them. */
class ReferenceTest extends EveryStorage {
  private AuthorDao authors;
  private BookDao books;
  private Author.AuthorId ada;
  private Author.AuthorId bo;

  @BeforeEach
  void makeAuthors() {
    authors = new AuthorDao(db);
    books = new BookDao(db);
    ada = id(authors.insert(Author.of("Ada")));
    bo = id(authors.insert(Author.of("Bo")));
  }

  @Test
  void aMissingParentIsRejectedOnInsertAndUpdate() {
    Author.AuthorId nobody = new Author.AuthorId(new UUID(0, 0));
    ForeignKeyException error =
        assertThrows(ForeignKeyException.class, () -> books.insert(book(nobody, null, null, 1)));
    assertEquals(ErrorCode.FOREIGN_KEY, error.code());
    assertEquals("books", error.collection().orElseThrow());
    assertEquals("author_id", error.column().orElseThrow());
    assertEquals("books: authorId refers to no row of authors", error.getMessage());
    Book stored = books.insert(book(ada, null, null, 1));
    ForeignKeyException editor =
        assertThrows(
            ForeignKeyException.class,
            () -> db.transaction(() -> books.insert(book(ada, nobody, null, 9))));
    assertEquals("editor_id", editor.column().orElseThrow());
    assertEquals(List.of(stored), books.query().toList());
  }

  @Test
  void aMissingParentOfABulkWriteIsNamedWithItsRow() {
    Author.AuthorId nobody = new Author.AuthorId(new UUID(0, 0));
    Book stored = books.insert(book(ada, null, null, 1));
    List<Book> wrong = List.of(book(ada, null, null, 2), book(ada, nobody, null, 3));
    List<Book> changed = List.of(stored, withTranslator(stored, nobody));
    for (Executable write :
        List.<Executable>of(
            () -> books.insertAll(wrong),
            () -> books.upsertAll(wrong),
            () -> db.transaction(() -> books.insertAll(wrong)))) {
      ForeignKeyException error = assertThrows(ForeignKeyException.class, write);
      assertEquals("editorId", error.details().component());
      assertEquals(List.of("editor_id"), error.details().columns());
      assertTrue(
          error.getMessage().startsWith("books: editorId refers to no row of authors (given:"),
          error.getMessage());
      assertTrue(error.getMessage().contains("records[1]"), error.getMessage());
    }
    ForeignKeyException update =
        assertThrows(ForeignKeyException.class, () -> books.updateAll(changed));
    assertEquals("translatorId", update.details().component());
    assertTrue(update.getMessage().contains("records[1]"), update.getMessage());
    assertEquals(List.of(stored), books.query().toList());
  }

  @Test
  void aMissingParentOfAPartialUpdateIsNamed() {
    Author.AuthorId nobody = new Author.AuthorId(new UUID(0, 0));
    Book stored = books.insert(book(ada, null, null, 1));
    ForeignKeyException one =
        assertThrows(
            ForeignKeyException.class,
            () ->
                books.update(stored.id(), Book_.editorId.set(bo), Book_.translatorId.set(nobody)));
    assertEquals("translatorId", one.details().component());
    assertEquals(
        "books: translatorId refers to no row of authors (given: id " + stored.id() + ")",
        one.getMessage());
    ForeignKeyException many =
        assertThrows(
            ForeignKeyException.class,
            () ->
                books
                    .where(Book_.place.eq(1))
                    .limit(5)
                    .update(Book_.place.increment(1), Book_.authorId.set(nobody)));
    assertEquals("authorId", many.details().component());
    assertEquals("books: authorId refers to no row of authors", many.getMessage());
    assertEquals(List.of(stored), books.query().toList());
  }

  @Test
  void cascadeDeletesTheChildren() {
    books.insert(book(ada, null, null, 1));
    books.insert(book(bo, null, null, 2));
    assertTrue(authors.deleteById(ada));
    assertEquals(List.of(bo), books.query().toList().stream().map(Book::authorId).toList());
  }

  @Test
  void setNullShowsInTheRecordReadBack() {
    Book book = books.insert(book(ada, bo, null, 1));
    authors.deleteById(bo);
    assertNull(books.findById(book.id()).orElseThrow().editorId());
  }

  @Test
  void restrictKeepsTheParent() {
    books.insert(book(ada, null, bo, 1));
    ForeignKeyException error =
        assertThrows(ForeignKeyException.class, () -> authors.deleteById(bo));
    assertEquals("authors: translator_id of books refers to the row", error.getMessage());
    assertEquals(bo, error.id().orElseThrow());
    assertTrue(authors.findById(bo).isPresent());
  }

  @Test
  void aFailedCheckHasItsOwnErrorAndStoresNothing() {
    Book wrong = new Book(0, ada, null, null, 1399, null, null, null, "s", 1, false);
    CheckConstraintException error =
        assertThrows(CheckConstraintException.class, () -> books.insert(wrong));
    assertEquals(ErrorCode.CHECK_CONSTRAINT, error.code());
    assertEquals(0, books.count());
    Book stored = books.insert(book(ada, null, null, 1));
    assertThrows(
        CheckConstraintException.class, () -> books.update(stored.id(), Book_.year.set(2101)));
  }

  @Test
  void aDefaultFillsWhatIsNullAndWhatPlainSqlLeavesOut() {
    Book stored = books.insert(book(ada, null, null, 1));
    assertEquals("unknown", stored.genre());
    assertEquals(7, stored.rating());
    assertEquals(stored, books.findById(stored.id()).orElseThrow());
    db.execute(
        "INSERT INTO books (author_id, published, shelf, place, lent) VALUES (?, 2000, 's', 2, 0)",
        bytes(ada.value()));
    assertEquals(2, books.where(Book_.genre.eq("unknown").and(Book_.rating.eq(7))).count());
  }

  @Test
  void aPartialUniqueIndexOnlySeesItsRows() {
    books.insert(book(ada, null, null, 1));
    UniqueConstraintException error =
        assertThrows(UniqueConstraintException.class, () -> books.insert(book(bo, null, null, 1)));
    assertTrue(error.component().contains("shelf"), error.component());
    Book lent = new Book(0, bo, null, null, 2000, null, null, null, "s", 1, true);
    books.insert(lent);
    books.insert(lent);
    assertEquals(3, books.count());
  }

  @Test
  void severalNullsInAUniqueComponentAreFine() {
    books.insert(book(ada, null, null, 1));
    books.insert(book(ada, null, null, 2));
    UUID barcode = new UUID(3, 3);
    books.insert(new Book(0, ada, null, null, 2000, null, null, barcode, "s", 3, false));
    assertEquals(3, books.findByBarcode(barcode).orElseThrow().place());
    UniqueConstraintException error =
        assertThrows(
            UniqueConstraintException.class,
            () ->
                books.update(
                    books.insert(book(ada, null, null, 4)).id(), Book_.barcode.set(barcode)));
    assertEquals("barcode", error.component());
  }

  @Test
  void aNestedUniqueComponentIsNamedByItsPath() {
    Author twin =
        new Author(null, "Twin", new Author.Email("t@t"), new Author.Passport("SE", "N-Ada"));
    UniqueConstraintException error =
        assertThrows(UniqueConstraintException.class, () -> authors.insert(twin));
    assertEquals("passport.number", error.component());
    assertEquals(ada, authors.findByPassportNumber("N-Ada").orElseThrow().id());
  }

  @Test
  void aWrappedUniqueComponentHasItsFinder() {
    assertEquals(bo, authors.findByEmail(new Author.Email("Bo@example.com")).orElseThrow().id());
    assertTrue(authors.findByEmail(new Author.Email("nobody")).isEmpty());
  }

  private static Book book(
      Author.AuthorId author,
      Author.@Nullable AuthorId editor,
      Author.@Nullable AuthorId translator,
      int place) {
    return new Book(0, author, editor, translator, 2000, null, null, null, "s", place, false);
  }

  private static Book withTranslator(Book book, Author.AuthorId translator) {
    return new Book(
        book.id(),
        book.authorId(),
        book.editorId(),
        translator,
        book.year(),
        book.genre(),
        book.rating(),
        book.barcode(),
        book.shelf(),
        book.place(),
        book.lent());
  }

  private static Author.AuthorId id(Author author) {
    return Objects.requireNonNull(author.id());
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }
}
