package dev.dbrazor.benchmarks.report;

import dev.dbrazor.benchmarks.Work;
import dev.dbrazor.benchmarks.store.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Speeds as an SVG: a line a work, a mark a peer, on a logarithmic scale where hand-written JDBC is
 * 1. Its colours suit light and dark pages.
 */
public final class Plot {
  private static final int WIDTH = 960;
  private static final int LEFT = 290;
  private static final int RIGHT = 30;
  private static final int TOP = 104;
  private static final int LINE = 46;
  private static final int LOWEST = -5; // 1/32
  private static final int HIGHEST = 3; // 8
  private static final int LEGEND_COLUMNS = 4;

  private static final String STYLE =
      """
      <style>
        text { font: 13px system-ui, -apple-system, "Segoe UI", sans-serif; fill: #24292f; }
        .page { fill: #ffffff; }
        .title { font-size: 17px; font-weight: 600; }
        .small { font-size: 11px; fill: #57606a; }
        .ours { font-size: 12px; font-weight: 600; }
        .grid { stroke: #8c959f; stroke-opacity: .25; }
        .one { stroke: #57606a; stroke-width: 1.5; stroke-dasharray: 4 3; }
        .c { stroke: #24292f; fill: none; stroke-width: 2.5; }
        @media (prefers-color-scheme: dark) {
          text { fill: #e6edf3; }
          .page { fill: #0d1117; }
          .small { fill: #9198a1; }
          .one { stroke: #9198a1; }
          .c { stroke: #e6edf3; }
        }
      </style>
      """;

  private final Results results;
  private final StringBuilder svg = new StringBuilder();

  private Plot(Results results) {
    this.results = results;
  }

  /** Replaces {@code jdk-N.svg}. */
  public static void write(Path folder, Results results) throws IOException {
    Files.writeString(folder.resolve(Results.name() + ".svg"), new Plot(results).whole());
  }

  private String whole() {
    List<Work> works = List.of(Work.values());
    int bottom = TOP + works.size() * LINE;
    add(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' role='img'>\n",
        WIDTH, bottom + 44);
    add("<title>Speed beside hand-written JDBC, Java %d</title>\n", Runtime.version().feature());
    svg.append(STYLE);
    add("<rect class='page' width='%d' height='%d'/>\n", WIDTH, bottom + 44);
    add(
        "<text class='title' x='16' y='28'>Speed beside hand-written JDBC, Java %d</text>\n",
        Runtime.version().feature());
    legend();
    grid(bottom);
    for (int index = 0; index < works.size(); index++) {
      line(works.get(index), TOP + index * LINE + LINE / 2.0);
    }
    return svg.append("</svg>\n").toString();
  }

  private void legend() {
    List<String> peers =
        results.peers().stream().filter(peer -> !peer.equals(Peer.JDBC.title())).toList();
    for (int index = 0; index < peers.size(); index++) {
      double x = 24 + index % LEGEND_COLUMNS * 230;
      double y = 52 + index / LEGEND_COLUMNS * 20;
      Mark.of(peers.get(index)).draw(svg, x, y);
      add("<text x='%.1f' y='%.1f'>%s</text>\n", x + 14, y + 4.5, peers.get(index));
    }
  }

  private void grid(int bottom) {
    for (int power = LOWEST; power <= HIGHEST; power++) {
      double x = at(Math.pow(2, power));
      String kind = power == 0 ? "one" : "grid";
      add("<line class='%s' x1='%.1f' x2='%.1f' y1='%d' y2='%d'/>\n", kind, x, x, TOP, bottom);
      add(
          "<text class='small' text-anchor='middle' x='%.1f' y='%d'>%s</text>\n",
          x, bottom + 16, power < 0 ? "1/" + (1 << -power) : Integer.toString(1 << power));
    }
    add(
        "<text class='small' text-anchor='middle' x='%.1f' y='%d'>"
            + "times as fast as hand-written JDBC with kept statements (1); logarithmic</text>\n",
        (LEFT + WIDTH - RIGHT) / 2.0, bottom + 34);
  }

  private void line(Work work, double y) {
    add("<text x='16' y='%.1f'>%s</text>\n", y + 4.5, work.title());
    add("<line class='grid' x1='%d' x2='%d' y1='%.1f' y2='%.1f'/>\n", LEFT, WIDTH - RIGHT, y, y);
    List<String> peers = results.peers();
    for (int index = peers.size() - 1; index >= 0; index--) { // ours on top of the others
      String peer = peers.get(index);
      if (!peer.equals(Peer.JDBC.title())) {
        results.speed(work, peer).ifPresent(speed -> mark(peer, speed, y));
      }
    }
  }

  private void mark(String peer, double speed, double y) {
    Mark mark = Mark.of(peer);
    double x = at(speed);
    mark.draw(svg, x, y);
    boolean beyond = speed > Math.pow(2, HIGHEST);
    if (mark.isLabelled() || beyond) {
      add(
          "<text class='ours' text-anchor='middle' x='%.1f' y='%.1f' style='fill:%s'>%s</text>\n",
          x, y + (mark == Mark.OURS_JDBC ? 19 : -10), mark.colour(), Amount.ratio(speed));
    }
  }

  /** What is off the scale stands at its end. */
  private static double at(double speed) {
    double power = Math.log(speed) / Math.log(2);
    double inside = Math.max(LOWEST, Math.min(HIGHEST, power));
    return LEFT + (inside - LOWEST) / (HIGHEST - LOWEST) * (WIDTH - RIGHT - LEFT);
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values));
  }
}
