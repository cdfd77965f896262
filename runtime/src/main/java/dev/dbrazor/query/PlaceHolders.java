package dev.dbrazor.query;

/** Counts the parameters of constant SQL, whose literals may hold question marks too. */
final class PlaceHolders {
  private PlaceHolders() {}

  static int in(String sql) {
    int count = 0;
    char quote = 0;
    for (int i = 0; i < sql.length(); i++) {
      char c = sql.charAt(i);
      if (quote != 0) {
        // A doubled quote ends the literal and begins it again.
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '?') {
        count++;
      }
    }
    return count;
  }
}
