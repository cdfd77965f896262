package dev.dbrazor.query;

import java.util.List;

/**
 * A path inside a JSON document, in SQLite's form: {@code $.city}, {@code $."odd name"}. Component
 * names are constant and may stand in the SQL text; keys of maps come from callers and are bound.
 *
 * @param text the path
 * @param suffix the same for messages: {@code .city}
 */
record JsonPath(String text, String suffix, boolean isConstant, boolean endsWithKey) {
  static final JsonPath ROOT = new JsonPath("$", "", true, false);

  JsonPath component(String name) {
    return new JsonPath(text + "." + label(name), suffix + "." + name, isConstant, false);
  }

  JsonPath key(String key) {
    return new JsonPath(text + "." + JsonText.quoted(key), suffix + "[" + key + "]", false, true);
  }

  private static String label(String name) {
    return Identifier.isPlain(name) ? name : JsonText.quoted(name);
  }

  /** As an SQL literal; only for constant paths. */
  String literal() {
    return "'" + text.replace("'", "''") + "'";
  }

  Node node(List<String> names) {
    return isConstant ? Node.text(literal()) : new RawText(names, text);
  }

  /** True when one of the two places lies in the other, or they are the same. */
  boolean overlaps(JsonPath other) {
    return contains(other) || other.contains(this);
  }

  private boolean contains(JsonPath other) {
    return other.text.startsWith(text)
        && (other.text.length() == text.length() || other.text.charAt(text.length()) == '.');
  }
}
