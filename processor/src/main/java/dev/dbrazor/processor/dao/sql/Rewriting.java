package dev.dbrazor.processor.dao.sql;

import java.util.Map;
import java.util.TreeMap;

/** From a statement as written to the one that runs: stars and lists are replaced. */
public final class Rewriting {
  private final String sql;
  private final Uses uses;

  Rewriting(String sql, Uses uses) {
    this.sql = sql;
    this.uses = uses;
  }

  /**
   * The final text.
   *
   * @param lists parameters that are bound as JSON arrays, with colon, to the SQL of one item:
   *     {@code value}
   */
  public String text(Map<String, String> lists) {
    Map<Integer, Uses.Replacement> all = new TreeMap<>(uses.replacements());
    for (Expr.Parameter place : uses.places()) {
      String item = lists.get(place.name());
      if (item != null) {
        String query = "SELECT " + item + " FROM json_each(" + place.name() + ")";
        all.put(place.start(), new Uses.Replacement(place.start(), place.end(), query));
      }
    }
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (Uses.Replacement each : all.values()) {
      text.append(sql, at, each.start()).append(each.text());
      at = each.end();
    }
    return text.append(sql, at, sql.length()).toString().strip();
  }
}
