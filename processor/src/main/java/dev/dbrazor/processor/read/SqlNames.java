package dev.dbrazor.processor.read;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of collections and columns: how they follow from Java names, and which are allowed. */
final class SqlNames {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,62}");
  private static final Set<String> ROW_IDS = Set.of("rowid", "oid", "_rowid_", "_row");

  /** What is wrong with a name, as tag and the part of the message after the name. */
  record Problem(String tag, String text) {}

  private SqlNames() {}

  /** {@code customerID} is {@code customer_id}, {@code http2Url} is {@code http2_url}. */
  static String snakeCase(String name) {
    StringBuilder snake = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      if (i > 0 && startsWord(name, i) && snake.charAt(snake.length() - 1) != '_') {
        snake.append('_');
      }
      snake.append(name.charAt(i));
    }
    return snake.toString().toLowerCase(Locale.ROOT);
  }

  private static boolean startsWord(String name, int at) {
    if (!Character.isUpperCase(name.charAt(at))) {
      return false;
    }
    boolean beforeLower = at + 1 < name.length() && Character.isLowerCase(name.charAt(at + 1));
    return !Character.isUpperCase(name.charAt(at - 1)) || beforeLower;
  }

  static Optional<Problem> ofColumn(String name) {
    if (ROW_IDS.contains(name.toLowerCase(Locale.ROOT))) {
      return Optional.of(
          new Problem("ReservedName", "is SQLite's own name for the row number; choose another"));
    }
    return plain(name, "; give it a plain name with @Column");
  }

  static Optional<Problem> ofCollection(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.startsWith("sqlite_") || lower.startsWith("dbrazor_")) {
      return Optional.of(
          new Problem(
              "ReservedName",
              "begins with sqlite_ or dbrazor_, which are kept for the engine and the product;"
                  + " choose another"));
    }
    return plain(name, "; give it a plain name: @Collection(\"customers\")");
  }

  private static Optional<Problem> plain(String name, String remedy) {
    if (PLAIN.matcher(name).matches()) {
      return Optional.empty();
    }
    String found = name.isEmpty() ? "is empty" : "is not a plain identifier";
    return Optional.of(
        new Problem(
            "InvalidName",
            found + "; names are letters A to Z, digits and _, at most 63 characters" + remedy));
  }
}
