package dev.dbrazor.features.model;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.features.storage.EveryStorage;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The engine's plan of every generated statement that looks for rows: a search, never a scan. */
class PlanTest extends EveryStorage {
  @BeforeEach
  void makeTables() {
    new AuthorDao(db);
    new BookDao(db);
    new SeatDao(db);
    new PersonDao(db);
    new Library_ShelfRowDao(db);
  }

  @Test
  void everyGeneratedFinderIsASearch() throws IOException {
    List<String> found = new ArrayList<>();
    for (Class<?> generated :
        List.of(
            AuthorDao.class,
            AuthorMapping.class,
            BookDao.class,
            BookMapping.class,
            SeatDao.class,
            SeatMapping.class,
            PersonDao.class,
            PersonMapping.class,
            Library_ShelfRowDao.class,
            Library_ShelfRowMapping.class)) {
      found.addAll(texts(generated));
    }
    List<String> searching = found.stream().filter(PlanTest::looksForRows).distinct().toList();
    assertTrue(searching.size() >= 5 * 4 + 3, searching.toString());
    for (String sql : searching) {
      assertSearches(sql, plan(sql));
    }
  }

  @Test
  void indexedPathsAreSearched() {
    PersonDao people = new PersonDao(db);
    assertSearches("mail.city", people.where(Person_.mail.city.eq("x")).explain());
    assertSearches("mail.point.y", people.where(Person_.mail.point.y.gt(1)).explain());
    assertSearches("home.city", people.where(Person_.home.city.eq("x")).explain());
    assertSearches("id", people.where(Person_.id.in(1L, 2L)).explain());
    BookDao books = new BookDao(db);
    Author.AuthorId id = new Author.AuthorId(new UUID(0, 0));
    assertSearches("author", books.where(Book_.authorId.eq(id).and(Book_.year.gt(5))).explain());
    assertSearches("editor", books.where(Book_.editorId.eq(id)).explain());
  }

  @Test
  void explainIsTheEnginesPlan() {
    PersonDao people = new PersonDao(db);
    String scan = people.where(Person_.name.eq("x")).explain();
    assertTrue(scan.contains("SCAN"), scan);
    assertTrue(people.where(Person_.id.eq(1L)).explain().contains("INTEGER PRIMARY KEY"));
  }

  private static boolean looksForRows(String text) {
    return text.matches("(?s)(SELECT|UPDATE|DELETE|WITH)\\b.*\\bWHERE\\b.*");
  }

  private String plan(String sql) {
    @Nullable Object[] nothing = Collections.nCopies(parameters(sql), null).toArray();
    return String.join(
        "\n", db.query("EXPLAIN QUERY PLAN " + sql, row -> row.text("detail"), nothing));
  }

  /** A plain {@code ?} is one more than the highest number so far, as in SQLite. */
  private static int parameters(String sql) {
    int highest = 0;
    Matcher parameter = Pattern.compile("\\?(\\d*)").matcher(sql);
    while (parameter.find()) {
      String number = parameter.group(1);
      highest = number.isEmpty() ? highest + 1 : Math.max(highest, Integer.parseInt(number));
    }
    return highest;
  }

  private static void assertSearches(String what, String plan) {
    assertTrue(plan.contains("SEARCH"), what + "\n" + plan);
    for (String line : plan.split("\n")) {
      assertFalse(line.contains("SCAN") && !mayScan(what, line), what + "\n" + plan);
    }
  }

  /** The rows that were given, and what {@code indexed = false} of a translator asks for. */
  private static boolean mayScan(String what, String line) {
    return line.contains("json_each")
        || line.contains("given")
        || line.contains("CONSTANT ROW")
        || line.equals("SCAN books") && what.startsWith("DELETE FROM authors");
  }

  /** All string constants of a class. */
  private static List<String> texts(Class<?> type) throws IOException {
    List<String> texts = new ArrayList<>();
    String file = "/" + type.getName().replace('.', '/') + ".class";
    try (InputStream in = type.getResourceAsStream(file)) {
      new ClassReader(in).accept(new Texts(texts), ClassReader.SKIP_DEBUG);
    }
    return texts;
  }

  /** Collects constants of fields and code. */
  private static final class Texts extends ClassVisitor {
    private final List<String> texts;

    Texts(List<String> texts) {
      super(Opcodes.ASM9);
      this.texts = texts;
    }

    @Override
    public @Nullable FieldVisitor visitField(
        int access, String name, String type, @Nullable String generic, @Nullable Object value) {
      if (value instanceof String text) {
        texts.add(text);
      }
      return null;
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String type,
        @Nullable String generic,
        String @Nullable [] thrown) {
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public void visitLdcInsn(Object value) {
          if (value instanceof String text) {
            texts.add(text);
          }
        }
      };
    }
  }
}
