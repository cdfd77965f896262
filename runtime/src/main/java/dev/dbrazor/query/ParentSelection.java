package dev.dbrazor.query;

import dev.dbrazor.mapping.ResultRow;
import dev.dbrazor.pool.Session;
import java.util.ArrayList;
import java.util.List;

/** Whole records, which get their children once all are read. */
record ParentSelection<P, C>(Table<P> parents, Children<C> children)
    implements Selection<WithChildren<P, C>> {
  @Override
  public void render(SqlWriter out) {
    parents.render(out);
  }

  @Override
  public List<String> names() {
    return parents.names();
  }

  @Override
  public int width() {
    return parents.width();
  }

  /** Without children yet. */
  @Override
  public WithChildren<P, C> read(ResultRow row) {
    return new WithChildren<>(parents.read(row), List.of());
  }

  @Override
  public boolean isCompletedLater() {
    return true;
  }

  @Override
  public List<WithChildren<P, C>> completed(Session session, List<WithChildren<P, C>> results) {
    List<Object> ids = new ArrayList<>(results.size());
    for (WithChildren<P, C> result : results) {
      ids.add(parents.id(result.parent()));
    }
    List<List<C>> found = children.of(session, ids);
    List<WithChildren<P, C>> completed = new ArrayList<>(results.size());
    for (int i = 0; i < results.size(); i++) {
      completed.add(new WithChildren<>(results.get(i).parent(), found.get(i)));
    }
    return completed;
  }
}
