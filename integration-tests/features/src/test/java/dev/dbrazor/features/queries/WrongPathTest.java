package dev.dbrazor.features.queries;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.features.storage.Compilation;
import dev.dbrazor.features.storage.WrongUses;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Misspelt or ill-typed paths do not compile. */
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

  @TempDir Path output;

  @TestFactory
  Stream<DynamicTest> aWrongUseIsThisErrorOnItsLine() throws IOException {
    return new WrongUses("paths.txt", SOURCE, output).tests();
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
