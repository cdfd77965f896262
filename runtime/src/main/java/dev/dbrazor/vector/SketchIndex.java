package dev.dbrazor.vector;

import dev.dbrazor.DbRazorException;
import dev.dbrazor.mapping.VectorStatements;
import dev.dbrazor.pool.Session;
import dev.dbrazor.pool.Sessions;
import dev.dbrazor.value.ValueException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Sketches of all vectors of one component, in memory. Searches never wait for each other, nor for
 * the one that brings the index up to date: they read what it lacks from the rows.
 *
 * <p>Made from all rows, or from the file's segments, by the first search that needs it; then each
 * search of a newer committed state first takes in what the log says has changed.
 */
final class SketchIndex implements VectorIndex {
  /** Up to so many rows are read rather than sketched. */
  static final int FEW_ROWS = 2_000;

  private static final Logger LOG = System.getLogger("dev.dbrazor.vector");
  private static final int SAMPLE = 8_192;
  private static final int RETRAIN_AT = 8;
  private static final int COMPACT_EACH = 16;
  private static final int MANY_CHANGES = 8_192;
  private static final int WORTH_STORING = 256;
  private static final long[] NOTHING = {};
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final VectorRows rows;
  private final VectorStatements sql;
  private final ChangeLog log;
  private final SegmentStore store;
  private final ReentrantLock change = new ReentrantLock();
  private volatile @Nullable View view;
  private volatile long stored = -1;

  SketchIndex(VectorRows rows, VectorStatements sql) {
    this.rows = rows;
    this.sql = sql;
    this.log = new ChangeLog(sql);
    this.store = new SegmentStore(sql);
  }

  @Override
  public @Nullable Proposals propose(
      Session session,
      boolean committed,
      Distance query,
      int k,
      double epsilon,
      long @Nullable [] among) {
    View seen = view;
    if (seen == null) {
      boolean worth = committed && (among == null || among.length > FEW_ROWS);
      seen = worth ? open(session) : null;
      if (seen == null) {
        return null;
      }
    }
    Point head = log.head(session, seen.latest().number() + 1);
    if (head == null) {
      return null;
    }
    Point base = base(seen, head);
    if (base == null) {
      return null;
    }
    if (base.sequence() == head.sequence() && base.tag() == head.tag()) {
      return SketchProposals.of(seen, base, NOTHING, query, k, epsilon, among);
    }
    ChangeLog.Tail tail = log.since(session, base);
    if (base.equals(seen.latest()) && committed) {
      View newer = caughtUp(session, seen, tail);
      if (newer != null) {
        return SketchProposals.of(newer, newer.latest(), NOTHING, query, k, epsilon, among);
      }
    }
    return tail == null
        ? null
        : SketchProposals.of(seen, base, tail.rows(), query, k, epsilon, among);
  }

  /** The latest point that is not later than what the session sees. */
  private static @Nullable Point base(View view, Point head) {
    for (int i = view.points().size() - 1; i >= 0; i--) {
      if (view.points().get(i).sequence() <= head.sequence()) {
        return view.points().get(i);
      }
    }
    return null;
  }

  /** The view for what the session sees; null while another thread makes one. */
  private @Nullable View caughtUp(Session session, View seen, ChangeLog.@Nullable Tail tail) {
    if (!change.tryLock()) {
      return null;
    }
    try {
      View now = view;
      if (now != seen) {
        boolean same = now != null && tail != null && isAt(now.latest(), tail.head());
        return same ? now : null;
      }
      View newer = tail == null ? reopened(session) : grown(session, seen, tail);
      view = newer;
      return newer;
    } finally {
      change.unlock();
    }
  }

  private static boolean isAt(Point point, Point head) {
    return point.sequence() == head.sequence() && point.tag() == head.tag();
  }

  private View grown(Session session, View seen, ChangeLog.Tail tail) {
    long live = seen.live();
    long changed = tail.rows().length;
    if (changed > Math.max(FEW_ROWS, live) || live + changed > (long) RETRAIN_AT * seen.trained()) {
      View anew = built(session, tail.head());
      if (anew != null) {
        return anew;
      }
    }
    Growth growth = Growth.after(seen, tail.head());
    try {
      for (long row : tail.rows()) {
        growth.end(row);
      }
      rows.some(session, tail.rows(), tail.rows().length, adding(growth));
    } catch (Throwable e) {
      seen.forgetLater();
      throw e;
    }
    if (tail.head().number() % COMPACT_EACH == 0) {
      growth.compact(seen.oldest().number());
    }
    return growth.view();
  }

  private static VectorRows.Visitor adding(Growth growth) {
    return new VectorRows.Visitor() {
      @Override
      public void visit(long row, float[] vector) {
        growth.add(row, vector);
      }

      @Override
      public void unreadable(long row, ValueException problem) {
        growth.addUnreadable(row);
      }
    };
  }

  /** The first view; null where there are too few rows, or another thread makes it. */
  private @Nullable View open(Session session) {
    if (!rows.hasMoreThan(session, FEW_ROWS) || !change.tryLock()) {
      return null;
    }
    try {
      if (view == null) {
        view = opened(session);
      }
      return view;
    } finally {
      change.unlock();
    }
  }

  private @Nullable View opened(Session session) {
    View loaded = store.load(session);
    if (loaded != null && log.since(session, loaded.latest()) != null) {
      stored = loaded.latest().sequence();
      return loaded;
    }
    Point head = log.head(session, 1);
    return head == null ? null : built(session, head);
  }

  /** After the log was trimmed by another process, or the file was replaced by an older one. */
  private @Nullable View reopened(Session session) {
    stored = -1;
    return opened(session);
  }

  /** From all rows; null when none can be used. */
  private @Nullable View built(Session session, Point head) {
    List<float[]> sample = rows.sample(session, SAMPLE);
    Sketcher sketcher = Sketcher.of(sql.metric(), sql.dimensions(), sample);
    Growth growth = Growth.begin(sketcher, new Point(1, head.sequence(), head.tag()), 0);
    rows.all(session, adding(growth));
    View made = growth.view();
    LOG.log(Level.DEBUG, () -> "Sketched " + made.live() + " vectors of " + sql.column());
    return made.trainedBy(made.live());
  }

  @Override
  public void storeWhenDue(Sessions sessions) {
    View seen = view;
    if (seen != null) {
      storeIfBehind(sessions, Math.max(MANY_CHANGES, seen.trained() / 4));
    }
  }

  @Override
  public void closing(Sessions sessions) {
    storeIfBehind(sessions, WORTH_STORING);
  }

  private void storeIfBehind(Sessions sessions, long changes) {
    View seen = view;
    boolean due = seen != null && (stored < 0 || seen.latest().sequence() - stored >= changes);
    if (due && sessions.file().mayStore() && change.tryLock()) {
      try {
        store.store(sessions.within(PATIENCE), seen);
      } catch (DbRazorException e) {
        // They are derived: nothing is lost but the time to make them again.
        LOG.log(Level.WARNING, "Sketches of " + sql.column() + " could not be stored", e);
      } finally {
        stored = seen.latest().sequence();
        change.unlock();
      }
    }
  }
}
