package dev.dbrazor.features.queries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.MappingException;
import dev.dbrazor.features.storage.Compilation;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Hostile values are stored verbatim or rejected, hostile names do not compile, the schema stays.
 */
class InjectionTest extends ItemTest {
  static final List<String> HOSTILE =
      List.of(
          "'; DROP TABLE items; --",
          "' OR '1'='1",
          "\" OR \"\"=\"",
          "'; DELETE FROM items WHERE 1=1 /*",
          "*/ UNION SELECT sql FROM sqlite_schema --",
          "x' || (SELECT group_concat(name) FROM items) || '",
          "`; ATTACH DATABASE 'evil.db' AS evil; --",
          "');PRAGMA writable_schema=ON;--",
          "%' ESCAPE '\\",
          "$.a\"]'",
          "\\",
          "\\'; --",
          "?1 :name @name $name ?",
          "x'00'",
          "{\"$ne\": null}",
          "\u2019\u02BC\uFF07; DROP TABLE items",
          "\u202E drop \u200B",
          "-- \n ; \r\n DROP TABLE items");

  private List<String> schema;

  @BeforeEach
  void rememberTheSchema() {
    store("plain");
    schema = schema();
  }

  @AfterEach
  void theSchemaNeverChanges() {
    assertEquals(schema, schema());
    assertTrue(items.where(Item_.name.eq("plain")).exists());
  }

  @ParameterizedTest
  @FieldSource("HOSTILE")
  void aHostileValueIsStoredVerbatim(String value) {
    Item.Maker maker = new Item.Maker(value, value, List.of(value));
    Item hostile =
        new Item(
            0,
            value,
            value,
            1,
            1,
            true,
            BigDecimal.ONE.setScale(2),
            Instant.EPOCH,
            Item.Kind.TOY,
            List.of(value),
            Set.of(),
            Map.of(value, 1),
            maker,
            Optional.of(value));
    long id = items.insert(hostile).id();
    Item read = items.findById(id).orElseThrow();
    assertEquals(value, read.name());
    assertEquals(maker, read.maker());
    assertEquals(List.of(value), read.tags());
    assertEquals(Map.of(value, 1), read.stock());
    assertEquals(Optional.of(value), read.note());
    assertEquals(
        List.of(value),
        db.query("SELECT name FROM items WHERE remark = ?", row -> row.text(0), value));
  }

  @ParameterizedTest
  @FieldSource("HOSTILE")
  void aHostileValueFindsOnlyItself(String value) {
    long id =
        items
            .insert(
                Item.of(value, 5)
                    .withTags(value)
                    .withStock(Map.of(value, 3))
                    .withMaker(new Item.Maker(value, value, List.of())))
            .id();
    for (var condition :
        List.of(
            Item_.name.eq(value),
            Item_.name.in(value),
            Item_.name.startsWith(value),
            Item_.name.endsWith(value),
            Item_.name.contains(value),
            Item_.name.containsIgnoreCase(value),
            Item_.name.eqIgnoreCase(value),
            Item_.tags.contains(value),
            Item_.stock.key(value).eq(3),
            Item_.maker.city.eq(value),
            Item_.maker.country.eq(value))) {
      assertEquals(List.of(id), items.where(condition).toList().stream().map(Item::id).toList());
    }
    assertEquals(
        1,
        items
            .where(Item_.name.eq(value))
            .update(Item_.name.set(value + value), Item_.tags.append(value)));
    assertEquals(value + value, items.findById(id).orElseThrow().name());
    assertEquals(1, items.where(Item_.maker.city.eq(value)).delete());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\0b", "\0", "\uD800", "x\uDFFF"})
  void whatCannotBeStoredIsRejectedEverywhere(String value) {
    assertThrows(MappingException.class, () -> items.insert(Item.of(value, 1)));
    assertThrows(MappingException.class, () -> items.where(Item_.name.eq(value)).toList());
    assertThrows(MappingException.class, () -> items.where(Item_.name.in(value, "x")).toList());
    assertThrows(MappingException.class, () -> items.query().update(Item_.name.set(value)));
    assertThrows(MappingException.class, () -> items.query().update(Item_.tags.append(value)));
    assertThrows(MappingException.class, () -> db.query("SELECT ?", row -> row.text(0), value));
    assertEquals(1, items.count());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Collection(\"a; DROP TABLE x\") record Bad(@Id long id) {}",
        "@Collection(\"a\\\"b\") record Bad(@Id long id) {}",
        "@Collection(\"sqlite_master\") record Bad(@Id long id) {}",
        "@Collection(\"a b\") record Bad(@Id long id) {}",
        "@Collection(\"a\") record Bad(@Id long id, @Column(\"b, c TEXT\") String b) {}",
        "@Collection(\"a\") record Bad(@Id long id, @Column(\"b'--\") String b) {}",
        "@Collection(\"a\") record Bad(@Id long id, @Column(\"\") String b) {}",
        "@Collection(\"a\") record Bad(@Id long id, @Check(\"b > 0); DROP TABLE x; --\") int b) {}",
        "@Collection(\"a\") record Bad(@Id long id, @Default(\"1); DROP TABLE x; --\") int b) {}",
        "@Collection(value = \"a\", indexes = @Index(columns = \"id); DROP TABLE x; --\"))"
            + " record Bad(@Id long id, int b) {}",
        "@Collection(value = \"a\", indexes = @Index(columns = \"b\", where = \"1); DROP TABLE x\"))"
            + " record Bad(@Id long id, int b) {}",
      })
  void aHostileNameDoesNotCompile(String record, @TempDir Path output) {
    String source = "package user;\nimport dev.dbrazor.annotation.*;\n" + record;
    Compilation compilation = Compilation.of(output, Map.of("user.Bad", source));
    assertFalse(compilation.success());
    assertEquals(1, compilation.errors().size(), compilation.errors().toString());
    assertTrue(compilation.errors().get(0).startsWith("3: "), compilation.errors().toString());
  }

  @Test
  void tenMebibytesOfQuotesAreStoredVerbatim() {
    String large = "'\"".repeat(5 * 1024 * 1024);
    long id = items.insert(Item.of(large, 1).withTags(large)).id();
    Item read = items.where(Item_.name.eq(large).and(Item_.tags.contains(large))).one();
    assertEquals(id, read.id());
    assertEquals(large, read.name());
    assertEquals(List.of(large), read.tags());
  }

  @Test
  void aColumnNameIsNoValue() {
    assertEquals(0, items.where(Item_.name.eq("name")).count());
  }

  private List<String> schema() {
    return db.query(
        "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY sql", row -> row.text(0));
  }
}
