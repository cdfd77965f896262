package dev.dbrazor.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.processor.Compiled.Compiler;
import dev.dbrazor.processor.Compiled.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Records without a mistake are read without a word, and their names follow from Java's. */
class GoodFixturesTest {
  private static final Path GOOD = Path.of("src/test/resources/fixtures/good");

  @TempDir Path output;

  @ParameterizedTest
  @EnumSource
  void nothingIsSaidAboutGoodRecords(Compiler compiler) throws IOException {
    Compiled compiled =
        Compiled.processed(
            compiler,
            output,
            Files.readString(GOOD.resolve("Customer.java")),
            Files.readString(GOOD.resolve("Order.java")));
    assertEquals(
        List.of(),
        compiled.said().stream().map(Said::text).filter(text -> text.startsWith("[")).toList());
    for (String name : List.of("Customer", "Orders_Item", "Orders_Line", "Orders_HTTPNote")) {
      assertTrue(Files.exists(output.resolve("shop/" + name + "Dao.java")), name);
    }
  }

  @ParameterizedTest
  @EnumSource
  void columnsAreNamedAfterComponentsAndPaths(Compiler compiler) throws IOException {
    Compiled.processed(compiler, output, Files.readString(GOOD.resolve("Customer.java")));
    String mapping = Files.readString(output.resolve("shop/CustomerMapping.java"));
    for (String column :
        List.of("customer_id", "http2_url", "home_lat", "home_long", "address_city", "order")) {
      assertTrue(mapping.matches("(?s).*\\b" + column + "\\b.*"), column);
    }
  }
}
