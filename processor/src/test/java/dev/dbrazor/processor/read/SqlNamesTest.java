package dev.dbrazor.processor.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlNamesTest {
  @ParameterizedTest
  @CsvSource({
    "name, name",
    "joinedAt, joined_at",
    "customerID, customer_id",
    "http2Url, http2_url",
    "HTTPServer, http_server",
    "OrderLine, order_line",
    "a1B, a1_b",
    "x, x",
    "X, x",
    "aB, a_b",
    "ABC, abc",
    "already_snake, already_snake",
    "Mixed_Case, mixed_case",
    "_hidden, _hidden",
    "sha256Sum, sha256_sum",
    "iPhone, i_phone",
    "URL2Path, url2_path",
    "TITLE, title"
  })
  void componentNamesBecomeSnakeCase(String name, String column) {
    assertEquals(column, SqlNames.snakeCase(name));
  }
}
