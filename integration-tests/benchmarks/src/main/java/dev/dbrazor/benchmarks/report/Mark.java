package dev.dbrazor.benchmarks.report;

import dev.dbrazor.benchmarks.store.Peer;
import java.util.Locale;
import java.util.Map;

/** How a peer looks in a plot; variants of one library share shape and colour. */
enum Mark {
  C("", "<line class='c' x1='%1$.1f' x2='%1$.1f' y1='%3$.1f' y2='%4$.1f'/>\n"),
  OURS_NATIVE("#d1242f", circle(7.5, true)),
  OURS_JDBC("#0969da", circle(7.5, true)),
  JOOQ("#9a6700", circle(4.5, true)),
  JOOQ_KEPT("#9a6700", circle(4.5, false)),
  JDBI("#1a7f37", square(true)),
  HIBERNATE("#8250df", diamond(true)),
  HIBERNATE_STATELESS("#8250df", diamond(false)),
  JDBC_TEMPLATE("#bf3989", square(false));

  private static final double HEIGHT = 9;

  private static final Map<String, Mark> BY_TITLE =
      Map.of(
          "C",
          C,
          Peer.DBRAZOR_NATIVE.title(),
          OURS_NATIVE,
          Peer.DBRAZOR_JDBC.title(),
          OURS_JDBC,
          Peer.JOOQ.title(),
          JOOQ,
          Peer.JOOQ_KEPT.title(),
          JOOQ_KEPT,
          Peer.JDBI.title(),
          JDBI,
          Peer.HIBERNATE.title(),
          HIBERNATE,
          Peer.HIBERNATE_STATELESS.title(),
          HIBERNATE_STATELESS,
          Peer.JDBC_TEMPLATE.title(),
          JDBC_TEMPLATE);

  private final String colour;
  private final String shape;

  Mark(String colour, String shape) {
    this.colour = colour;
    this.shape = shape;
  }

  static Mark of(String peer) {
    return BY_TITLE.get(peer);
  }

  String colour() {
    return colour;
  }

  /** Whether its speeds are written beside it. */
  boolean isLabelled() {
    return this == OURS_NATIVE || this == OURS_JDBC;
  }

  void draw(StringBuilder svg, double x, double y) {
    svg.append(String.format(Locale.ROOT, shape, x, y, y - HEIGHT, y + HEIGHT, colour));
  }

  private static String circle(double radius, boolean filled) {
    return "<circle cx='%1$.1f' cy='%2$.1f' r='" + radius + "' " + paint(filled);
  }

  private static String square(boolean filled) {
    return "<rect x='-4' y='-4' width='8' height='8' transform='translate(%1$.1f %2$.1f)' "
        + paint(filled);
  }

  private static String diamond(boolean filled) {
    return "<path d='M0 -6 L6 0 L0 6 L-6 0 Z' transform='translate(%1$.1f %2$.1f)' "
        + paint(filled);
  }

  private static String paint(boolean filled) {
    return filled ? "fill='%5$s'/>\n" : "fill='none' stroke='%5$s' stroke-width='2'/>\n";
  }
}
