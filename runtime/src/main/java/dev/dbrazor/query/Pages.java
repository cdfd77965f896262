package dev.dbrazor.query;

import dev.dbrazor.InvalidArgumentException;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.mapping.ResultRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pages of one query: rows after the last one's keys, in the query's order and then by id. */
final class Pages<R> {
  private final Table<R> table;
  private final Clauses clauses;
  private final Keyset keyset;

  Pages(Table<R> table, Clauses clauses) {
    if (clauses.isLimited()) {
      throw new InvalidArgumentException("a query with a limit or an offset has no pages");
    }
    this.table = table;
    this.keyset = Keyset.of(clauses, table.mapping().statements().ids());
    this.clauses = clauses;
  }

  Page<R> page(int size, @Nullable String cursor) {
    if (size < 1) {
      throw new InvalidArgumentException("page size must be at least 1, not " + size);
    }
    PageCursor cursors = new PageCursor(shape(), keyset.size());
    Clauses page = keyset.ordered(clauses).limit(size + 1L);
    if (cursor != null) {
      page = page.where(keyset.after(cursors.decode(cursor)));
    }
    SqlWriter out = new SqlWriter();
    page.render(out, this::columns);
    BoundSql sql = table.access().finish(out);
    return table
        .access()
        .sessions()
        .read(
            session -> {
              try (DriverStatement statement = session.prepare(sql.text())) {
                sql.bind(statement);
                statement.readAhead();
                return read(statement, size, cursors);
              }
            });
  }

  private Page<R> read(DriverStatement statement, int size, PageCursor cursors) {
    List<R> items = new ArrayList<>();
    ResultRow row = new ResultRow(statement, table.names());
    List<RawValue> last = List.of();
    while (statement.step()) {
      if (items.size() == size) {
        return new Page<>(items, Optional.of(cursors.encode(last)));
      }
      items.add(table.read(row));
      if (items.size() == size) {
        last = keys(statement);
      }
    }
    return new Page<>(items, Optional.empty());
  }

  private List<RawValue> keys(DriverStatement statement) {
    int columns = statement.columnCount();
    List<RawValue> keys = new ArrayList<>(keyset.size());
    for (int column = columns - keyset.size(); column < columns; column++) {
      keys.add(RawValue.of(statement, column));
    }
    return keys;
  }

  private void columns(SqlWriter out) {
    table.render(out);
    keyset.render(out);
  }

  /** Two queries of the same text have pages in common. */
  private String shape() {
    SqlWriter out = new SqlWriter();
    keyset.ordered(clauses).render(out, this::columns);
    return table.access().finish(out).text();
  }
}
