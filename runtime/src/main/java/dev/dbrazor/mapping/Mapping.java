package dev.dbrazor.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One collection as generated code describes it: its table, its statements, and how a record is
 * bound and read. Implementations are stateless and shared by all threads.
 *
 * @param <R> the record
 * @param <K> its id: the id component's boxed type, or the generated key class of a composite id
 */
public interface Mapping<R extends Record, K> {
  /** The table's name, unquoted. */
  default String collection() {
    return table().name();
  }

  TableDefinition table();

  /** Its former versions; most collections have none. */
  default History history() {
    return History.NONE;
  }

  Statements statements();

  /** What full-text search asks; null without {@code @FullText}. */
  default @Nullable FullTextIndex fullText() {
    return null;
  }

  /** How its vector components are searched; most collections have none. */
  default List<VectorStatements> vectors() {
    return List.of();
  }

  /** Column names, unquoted, in component order, then generated columns. */
  List<String> columns();

  /** For each of {@link #columns} the component it stands for, as a path: {@code address.city}. */
  List<String> components();

  /** True when the database fills in something Java cannot know, other than a key: a default. */
  default boolean insertReturns() {
    return false;
  }

  /** True when the database counts the rows of a stream, so that they are stored one by one. */
  default boolean counts() {
    return false;
  }

  /** True when an update keeps something Java cannot know, such as {@code created_at}. */
  default boolean updateReturns() {
    return false;
  }

  /** The record's id, never null for one that was stored. */
  K id(R record);

  /** The record's version; 0 for a collection without {@code @Version}. */
  default long version(R record) {
    return 0;
  }

  /**
   * True when an insert would have the database choose an integer key (see {@link Stamp#newKey}).
   */
  default boolean needsKey(R record) {
    return false;
  }

  /**
   * The record as an insert stores it: ids, version 1 and timestamps filled in, values cut to
   * stored precision.
   */
  R inserted(R record, Stamp stamp);

  /**
   * The record as an update stores it: version one higher, {@code @UpdatedAt} now, values cut to
   * stored precision.
   */
  R updated(R record, Stamp stamp);

  /** Binds all columns in component order. */
  void bindRow(R record, Binder to);

  /**
   * Binds {@link Statements#update}: the new values of {@code updated}, the id, and (with
   * {@code @Version}) the version the row must still have, which is one less than {@code
   * updated}'s. Where nothing is filled in, all columns as in {@link #bindRow}.
   */
  default void bindUpdate(R updated, Binder to) {
    bindRow(updated, to);
  }

  /** Binds the parameters of {@link Statements#touch} from 1 on; most collections have none. */
  default void bindTouch(Stamp stamp, Binder to) {}

  /** Binds the id from parameter 1 on. */
  void bindId(K id, Binder to);

  /**
   * The id as an item of a JSON array: Long, String (hex for a BLOB), or a List of these for a
   * composite id.
   */
  Object listItem(K id);

  /** The record of a row whose columns are {@link Statements#columns}. */
  R read(ResultRow row);
}
