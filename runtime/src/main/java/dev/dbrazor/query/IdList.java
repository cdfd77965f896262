package dev.dbrazor.query;

import dev.dbrazor.mapping.Mapping;
import java.util.ArrayList;
import java.util.List;

/** Statements for rows whose ids are given in one parameter. */
final class IdList {
  private IdList() {}

  static <K> BoundSql of(String sql, Mapping<?, K> mapping, List<K> ids) {
    List<Object> items = new ArrayList<>(ids.size());
    for (K id : ids) {
      items.add(mapping.listItem(id));
    }
    Parameter list = new RawText(List.of("ids"), JsonText.array(items));
    return new BoundSql(sql, List.of(list), List.of(0));
  }
}
