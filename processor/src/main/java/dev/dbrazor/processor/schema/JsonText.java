package dev.dbrazor.processor.schema;

/** Strings as they stand in JSON. */
public final class JsonText {
  private JsonText() {}

  /** Everything beyond ASCII is escaped, so that the file's encoding does not matter. */
  public static String string(String value) {
    StringBuilder json = new StringBuilder("\"");
    for (char c : value.toCharArray()) {
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c == '\n') {
        json.append("\\n");
      } else if (c < ' ' || c > '~') {
        json.append("\\u%04x".formatted((int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }
}
