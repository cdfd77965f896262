package dev.dbrazor.processor.dao.read;

import dev.dbrazor.processor.dao.model.BindModel;
import dev.dbrazor.processor.dao.model.BindModel.Form;
import dev.dbrazor.processor.dao.sql.QueryFacts;
import dev.dbrazor.processor.dao.sql.Storage;
import java.util.Map;
import java.util.TreeMap;

/** Parameters that are bound as JSON arrays, and the SQL of one item. */
final class Lists {
  private Lists() {}

  /** Blobs travel through JSON as hexadecimal text. */
  static Map<String, String> of(Map<String, BindModel> binds, QueryFacts facts) {
    Map<String, String> items = new TreeMap<>();
    for (String name : facts.lists()) {
      BindModel bind = binds.get(name);
      if (bind != null && bind.form() == Form.LIST) {
        boolean blob = Agreement.storage(bind.value()) == Storage.BLOB && !bind.inJson();
        items.put(name, blob ? "unhex(value)" : "value");
      }
    }
    return items;
  }
}
