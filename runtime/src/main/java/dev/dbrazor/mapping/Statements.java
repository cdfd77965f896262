package dev.dbrazor.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The constant SQL of one collection, made and verified at compile time. Parameters are {@code ?}
 * in the order of the columns ({@link Mapping#bindRow}) unless said otherwise. {@link #row}, or
 * {@link #plainRow}, occurs literally in every statement that takes rows, so that the bulk form of
 * a statement is the same text with that row repeated.
 *
 * @param columns all columns, comma-separated, in component order: what {@link Mapping#read}
 *     expects
 * @param row one row of parameters: {@code (?, ?, coalesce(?, 'x'))}
 * @param plainRow the same without defaults, {@code (?, ?, ?)}: an update never puts one in
 * @param insert {@code INSERT … VALUES row}, with {@code RETURNING columns} when {@link
 *     Mapping#insertReturns}
 * @param insertReturning {@code INSERT … VALUES row RETURNING columns}, for a row whose key the
 *     database chooses; null unless it makes the key
 * @param insertOrIgnore the same with {@code ON CONFLICT DO NOTHING RETURNING columns}
 * @param update by id, and version if there is one; bound by {@link Mapping#bindUpdate}; with
 *     {@code RETURNING columns} when {@link Mapping#updateReturns}
 * @param updateUnindexed the same where the row's values in indexes are those it shall have, which
 *     then are left alone, and the indexes with them; changes no row where one differs; null when
 *     nothing else than values in indexes could change; for upserts, too, unless they return
 *     something
 * @param updateAll {@code WITH given(columns) AS (VALUES plainRow) UPDATE … FROM given …}; with
 *     {@code RETURNING columns} as {@code update}
 * @param upsert {@code INSERT … VALUES row ON CONFLICT (id) DO UPDATE …}; with {@code RETURNING
 *     columns} when an insert or an update has it, or there is a version
 * @param findById {@code SELECT columns … WHERE id = ?}, bound by {@link Mapping#bindId}
 * @param findAllById {@code SELECT columns … WHERE id IN (SELECT … FROM json_each(?))}; the
 *     parameter is the JSON array of {@link Mapping#listItem}s
 * @param deleteById by id, bound by {@link Mapping#bindId}
 * @param deleteAllById one parameter, like {@code findAllById}
 * @param count number of rows
 * @param versionById the version of one row, bound by {@link Mapping#bindId}; null without
 *     {@code @Version}
 * @param highestKey the highest integer key or 0; null unless the database makes the key
 * @param touch what a partial update sets besides its assignments: {@code version = version + 1,
 *     updated_at = ?}, bound by {@link Mapping#bindTouch}; null when there is nothing
 * @param ids the columns of the id, unquoted, in component order
 * @param fixed the columns no assignment may name, unquoted: the id's, the version, created-at,
 *     updated-at, sequences
 */
public record Statements(
    String columns,
    String row,
    String plainRow,
    String insert,
    @Nullable String insertReturning,
    String insertOrIgnore,
    String update,
    @Nullable String updateUnindexed,
    String updateAll,
    String upsert,
    String findById,
    String findAllById,
    String deleteById,
    String deleteAllById,
    String count,
    @Nullable String versionById,
    @Nullable String highestKey,
    @Nullable String touch,
    List<String> ids,
    List<String> fixed) {
  public Statements {
    ids = List.copyOf(ids);
    fixed = List.copyOf(fixed);
  }
}
