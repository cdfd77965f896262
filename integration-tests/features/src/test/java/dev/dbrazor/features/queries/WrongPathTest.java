package dev.dbrazor.features.queries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.features.storage.Compilation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** C6: misspelt or ill-typed paths do not compile. */
class WrongPathTest {
  private static final String SOURCE =
      """
      package user;

      import dev.dbrazor.features.queries.Item;
      import dev.dbrazor.features.queries.ItemDao;
      import dev.dbrazor.features.queries.Item_;
      import dev.dbrazor.features.queries.Row_;
      import dev.dbrazor.query.Expressions;
      import java.math.BigDecimal;
      import java.time.Instant;
      import java.util.List;

      class User {
        void use(ItemDao items) {
          %s;
        }
      }
      """;

  private static final int LINE = 14;

  @TempDir Path output;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "items.where(Item_.nmae.eq(\"x\"))",
        "items.where(Item_.maker.ctiy.eq(\"x\"))",
        "items.where(Item_.name.eq(1))",
        "items.where(Item_.name.gt(1))",
        "items.where(Item_.size.eq(\"1\"))",
        "items.where(Item_.size.contains(\"1\"))",
        "items.where(Item_.size.like(\"1\"))",
        "items.where(Item_.size.in(\"1\"))",
        "items.where(Item_.size.in(List.of(\"1\")))",
        "items.where(Item_.size.between(1, \"2\"))",
        "items.where(Item_.sold.gt(1))",
        "items.where(Item_.sold.eq(\"true\"))",
        "items.where(Item_.kind.eq(\"TOOL\"))",
        "items.where(Item_.kind.eq(Item.Maker.class))",
        "items.where(Item_.at.gt(1L))",
        "items.where(Item_.at.gt(\"2024-01-01\"))",
        "items.where(Item_.tags.contains(1))",
        "items.where(Item_.tags.eq(\"x\"))",
        "items.where(Item_.tags.gt(List.of()))",
        "items.where(Item_.marks.contains(\"1\"))",
        "items.where(Item_.stock.key(1).eq(1))",
        "items.where(Item_.stock.key(\"k\").eq(\"1\"))",
        "items.where(Item_.maker.gt(null))",
        "items.where(Item_.name.size().eq(1))",
        "items.where(Item_.name)",
        "items.where(Item_.name.asc())",
        "items.where(Item_.name.set(\"x\"))",
        "items.where(Item_.name.eq(\"x\").and(Item_.name))",
        "items.where(Row_.label.eq(\"x\"))",
        "items.where(Item_.name.eq(\"x\").and(Row_.label.eq(\"x\")))",
        "items.query().orderBy(Row_.label.asc())",
        "items.query().orderBy(Item_.tags.asc())",
        "items.query().orderBy(Item_.maker.asc())",
        "items.query().select(Row_.label)",
        "items.query().update(Row_.label.set(\"x\"))",
        "items.update(1L, Item_.name.set(1))",
        "items.update(1L, Item_.size.set(\"1\"))",
        "items.update(1L, Item_.size.increment(1.5))",
        "items.update(1L, Item_.name.increment(1))",
        "items.update(1L, Item_.tags.append(1))",
        "items.update(1L)",
        "items.findById(\"1\")",
        "items.insert(new Object())",
        "List<String> sizes = items.query().select(Item_.size).toList()",
        "items.query().select(Item_.name, Item_.size, Item.Maker::new)",
        "Expressions.sum(Item_.name)",
        "Expressions.avg(Item_.at)",
        "items.where(Row_.amount.gt(new java.math.BigInteger(\"1\")))",
        "items.query().orderBy(Row_.amount.asc())",
      })
  void aWrongUseIsAnErrorOnItsLine(String use) {
    Compilation compilation = compile(use);
    assertFalse(compilation.success(), use);
    assertEquals(
        List.of(), compilation.errors().stream().filter(e -> !e.startsWith(LINE + ":")).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "items.where(Item_.name.eq(\"x\").and(Item_.maker.city.eq(\"x\")))",
        "items.where(Item_.price.gt(1).and(Item_.price.le(new BigDecimal(\"1.5\"))))",
        "items.where(Item_.at.between(Instant.EPOCH, Instant.now()))",
        "items.where(Item_.name.eq(Item_.remark))",
        "items.query().orderBy(Item_.kind.asc(), Item_.sold.desc(), Item_.tags.size().asc())",
        "items.update(1L, Item_.size.increment(1), Item_.tags.append(\"x\"))",
        "List<Integer> sizes = items.query().select(Item_.size).toList()",
      })
  void aRightUseCompiles(String use) {
    Compilation compilation = compile(use);
    assertTrue(compilation.success(), compilation.errors().toString());
  }

  private Compilation compile(String use) {
    return Compilation.of(output, Map.of("user.User", SOURCE.formatted(use)));
  }

  @Test
  void theSourceItselfCompiles() {
    assertTrue(compile("items.count()").success());
  }
}
