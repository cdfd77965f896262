package dev.dbrazor.processor.sql;

import dev.dbrazor.processor.model.EntityModel;
import dev.dbrazor.processor.model.IdModel;
import dev.dbrazor.processor.model.IndexModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The indexes a table really gets: none twice, none beside a UNIQUE of the same columns.
 *
 * @param inline columns with {@code UNIQUE} in the table itself
 * @param separate indexes by name, each a statement of its own
 */
record Indexes(Set<String> inline, Map<String, IndexModel> separate) {

  static Indexes of(EntityModel model) {
    Set<String> stored =
        Columns.of(model).stored().stream().map(Column::name).collect(Collectors.toSet());
    List<IndexModel> wanted = distinct(model);
    Set<String> inline = new LinkedHashSet<>();
    Map<String, IndexModel> separate = new LinkedHashMap<>();
    for (IndexModel index : wanted) {
      if (isWholeColumn(index) && stored.contains(index.columns().get(0))) {
        inline.add(index.columns().get(0));
      } else if (!index.equals(id(model))) {
        separate.put(name(model.table(), index, separate.keySet()), index);
      }
    }
    if (model.id().kind() == IdModel.Kind.DATABASE_KEY) {
      inline.removeAll(idColumns(model));
    }
    return new Indexes(inline, separate);
  }

  boolean isUniqueColumn(String column) {
    return inline.contains(column);
  }

  /** The stored columns that indexes are made from, those of the conditions of some aside. */
  static Set<String> indexedColumns(EntityModel model) {
    Indexes indexes = of(model);
    Set<String> names = new HashSet<>(indexes.inline);
    indexes.separate.values().forEach(index -> names.addAll(index.columns()));
    return Columns.of(model).all().stream()
        .filter(column -> names.contains(column.name()))
        .map(Column::source)
        .collect(Collectors.toSet());
  }

  /** All unique indexes of whole columns but the id: each has a finder and an upsert. */
  static List<List<String>> uniqueKeys(EntityModel model) {
    return distinct(model).stream()
        .filter(index -> index.unique() && index.where().isEmpty())
        .map(IndexModel::columns)
        .filter(columns -> !columns.equals(idColumns(model)))
        .toList();
  }

  static List<String> idColumns(EntityModel model) {
    return model.id().components().stream().map(id -> id.column().orElseThrow()).toList();
  }

  private static IndexModel id(EntityModel model) {
    return new IndexModel(idColumns(model), true, Optional.empty());
  }

  /**
   * The id first, then the model's; a plain index is dropped where a unique one covers the same
   * columns.
   */
  private static List<IndexModel> distinct(EntityModel model) {
    List<IndexModel> all = new ArrayList<>();
    all.add(id(model));
    model.indexes().forEach(all::add);
    return all.stream()
        .distinct()
        .filter(
            index ->
                index.unique()
                    || !all.contains(new IndexModel(index.columns(), true, index.where())))
        .toList();
  }

  private static boolean isWholeColumn(IndexModel index) {
    return index.unique() && index.columns().size() == 1 && index.where().isEmpty();
  }

  // customers_age_index; order_lines__order_id_index: two lines keep "a_b" + "c" and "a" + "b_c"
  // apart
  private static String name(String table, IndexModel index, Set<String> taken) {
    String between = table.contains("_") ? "__" : "_";
    String name = table + between + String.join("_", index.columns()) + "_index";
    String free = name;
    for (int i = 2; taken.contains(free); i++) {
      free = name + "_" + i;
    }
    return free;
  }
}
