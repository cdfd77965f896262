package dev.dbrazor.processor.model;

import java.util.List;
import java.util.Optional;

/**
 * One valid collection: what all statements and generated files are made from.
 *
 * @param record the annotated record
 * @param table table name, unquoted
 * @param version {@code @Collection(version)}
 * @param expectedRows {@code @Collection(expectedRows)}, 0 when not given
 * @param isPublic whether the record, and all it is nested in, is public: its DAO and paths are
 *     then public too
 * @param id how records are identified
 * @param components all components in declaration order, ids included
 * @param indexes all indexes beside the primary key
 * @param sequence the numbers that are counted in it, if any
 */
public record EntityModel(
    TypeName record,
    String table,
    int version,
    long expectedRows,
    boolean isPublic,
    IdModel id,
    List<Component> components,
    List<IndexModel> indexes,
    Optional<SequenceModel> sequence) {
  public EntityModel {
    components = List.copyOf(components);
    indexes = List.copyOf(indexes);
  }
}
