package dev.dbrazor.benchmarks.report;

import dev.dbrazor.benchmarks.Work;
import dev.dbrazor.benchmarks.store.Peer;
import java.util.Map;

/** How fast DBRazor is meant to be beside hand-written JDBC, on the driver a Java would use. */
final class Goals {
  private static final double START_JDBC = 1 / 1.15;
  private static final double START_NATIVE = 1 / 0.8;

  private static final Map<Work, Double> JDBC =
      Map.of(
          Work.SCAN, 1.15,
          Work.PAGE, 1.1,
          Work.READ_EACH, 1.0,
          Work.READ, 1.0,
          Work.INSERT, 1.0,
          Work.UPDATE, 1.0,
          Work.UPSERT, 1.0,
          Work.START, START_JDBC);
  private static final Map<Work, Double> NATIVE =
      Map.of(
          Work.SCAN, 3.5,
          Work.PAGE, 2.3,
          Work.READ_EACH, 2.5,
          Work.READ, 1.6,
          Work.INSERT, 1.0,
          Work.UPDATE, 1.0,
          Work.UPSERT, 1.0,
          Work.START, START_NATIVE);

  private Goals() {}

  /** Who has the goals: NATIVE where there is one. */
  static Peer whose() {
    return Peer.DBRAZOR_NATIVE.runsHere() ? Peer.DBRAZOR_NATIVE : Peer.DBRAZOR_JDBC;
  }

  /** {@code ≥ 1.15}; empty where there is none. */
  static String of(Work work) {
    Double goal = (whose() == Peer.DBRAZOR_NATIVE ? NATIVE : JDBC).get(work);
    return goal == null ? "" : "≥ " + Amount.ratio(goal);
  }
}
