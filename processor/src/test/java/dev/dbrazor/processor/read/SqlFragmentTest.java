package dev.dbrazor.processor.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlFragmentTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "'it''s; ?1 -- not a comment'",
        "x'00ff'",
        "-1",
        "(a + b) / 2 > 3 - -1",
        "\"odd;name\" = [also?odd]",
        "json ->> '$.city' = 'x'",
        "a$b > 0"
      })
  void ordinaryExpressionsPass(String sql) {
    assertEquals(Optional.empty(), SqlFragment.problem(sql));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "0; DROP TABLE x | contains a semicolon",
        "0) ; -- | closes a ( of others",
        "'a'' | has a ' that is not closed",
        "a > ?1 | contains the parameter mark ?",
        "a > :b | contains the parameter mark :",
        "a > @b | contains the parameter mark @",
        "a > $b | contains the parameter mark $",
        "a -- b | contains a comment",
        "a /* b */ | contains a comment",
        "((a) | has a ( that is not closed"
      })
  void whatWouldLeaveItsPlaceIsNamed(String sql, String problem) {
    assertEquals(Optional.of(problem), SqlFragment.problem(sql));
  }

  @Test
  void nothingIsNoExpression() {
    assertEquals(Optional.of("is empty"), SqlFragment.problem(" "));
  }
}
