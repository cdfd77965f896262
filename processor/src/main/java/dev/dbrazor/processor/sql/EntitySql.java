package dev.dbrazor.processor.sql;

import dev.dbrazor.processor.model.Component;
import dev.dbrazor.processor.model.EntityModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All constant SQL of one collection; components as in the runtime's {@code mapping.Statements},
 * whose Javadoc says what each is for.
 *
 * @param table {@code CREATE TABLE} first, then its indexes
 * @param derived what is made from the rows
 * @param textIndex the one among them that full-text search asks
 * @param vectors how vector components are searched
 * @param uniqueKeys what finders and upserts beside the id's are generated for
 */
public record EntitySql(
    Columns allColumns,
    List<String> table,
    List<DerivedSql> derived,
    Optional<TextIndex> textIndex,
    List<VectorSql> vectors,
    String columns,
    String row,
    String plainRow,
    String insert,
    Optional<String> insertReturning,
    String insertOrIgnore,
    String update,
    Optional<String> updateUnindexed,
    String updateAll,
    String upsert,
    String findById,
    String findAllById,
    String deleteById,
    String deleteAllById,
    String count,
    Optional<String> versionById,
    Optional<String> highestKey,
    Optional<String> touch,
    List<String> ids,
    List<String> fixed,
    List<UniqueKey> uniqueKeys) {
  public EntitySql {
    table = List.copyOf(table);
    derived = List.copyOf(derived);
    vectors = List.copyOf(vectors);
    ids = List.copyOf(ids);
    fixed = List.copyOf(fixed);
    uniqueKeys = List.copyOf(uniqueKeys);
  }

  public static EntitySql of(EntityModel model, Dialect dialect) {
    Inserts inserts = new Inserts(model, dialect);
    Updates updates = new Updates(model, dialect);
    Reads reads = new Reads(model, dialect);
    Optional<TextIndexSql> text = TextIndexSql.of(model, dialect);
    List<VectorSql> vectors = VectorSql.of(model, dialect);
    return new EntitySql(
        Columns.of(model),
        tableOf(model, dialect),
        Stream.concat(
                text.stream().map(TextIndexSql::derived), vectors.stream().map(VectorSql::derived))
            .toList(),
        text.map(TextIndexSql::index),
        vectors,
        reads.columns(),
        inserts.row(),
        inserts.plainRow(),
        inserts.insert(),
        inserts.insertReturning(),
        inserts.insertOrIgnore(),
        updates.update(),
        updates.updateUnindexed(),
        updates.updateAll(inserts.plainRow()),
        inserts.upsert(),
        reads.findById(),
        reads.findAllById(),
        updates.deleteById(),
        updates.deleteAllById(),
        reads.count(),
        reads.versionById(),
        reads.highestKey(),
        updates.touch(),
        Indexes.idColumns(model),
        fixed(model),
        uniqueKeys(model, reads, inserts));
  }

  /** Only {@link #table}. */
  public static List<String> tableOf(EntityModel model, Dialect dialect) {
    return new TableSql(model, dialect).statements();
  }

  private static List<String> fixed(EntityModel model) {
    return Columns.of(model).stored().stream()
        .filter(
            column -> column.component().role() != Component.Role.PLAIN || isStream(model, column))
        .map(Column::name)
        .toList();
  }

  private static boolean isStream(EntityModel model, Column column) {
    return model.sequence().filter(each -> each.stream().equals(column.name())).isPresent();
  }

  private static List<UniqueKey> uniqueKeys(EntityModel model, Reads reads, Inserts inserts) {
    List<Column> all = Columns.of(model).all();
    return Indexes.uniqueKeys(model).stream()
        .map(
            names ->
                new UniqueKey(
                    names.stream().map(name -> named(all, name)).toList(),
                    reads.findBy(names),
                    isCounted(model, names)
                        ? Optional.empty()
                        : Optional.of(inserts.upsert(names))))
        .toList();
  }

  private static boolean isCounted(EntityModel model, List<String> columns) {
    return model.sequence().filter(each -> columns.contains(each.column())).isPresent();
  }

  private static Column named(List<Column> columns, String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst().orElseThrow();
  }
}
