package dev.dbrazor.benchmarks;

import dev.dbrazor.benchmarks.store.DataFile;
import dev.dbrazor.benchmarks.store.Peer;
import dev.dbrazor.benchmarks.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What is measured: everything, unless properties name parts of it.
 *
 * @param works property {@code benchmarks.works}: constants of {@link Work}, with commas between
 * @param peers property {@code benchmarks.peers}: constants of {@link Peer}
 * @param c whether the program in C is measured, too; {@code C} among the peers
 * @param parts property {@code benchmarks.parts}: of {@link Part}
 */
record Choice(Set<Work> works, Set<Peer> peers, boolean c, Set<Part> parts, Effort effort) {
  private static final String ALL = "all";

  /** A run's parts. */
  enum Part {
    PEERS,
    SCALING,
    POOL,
    QUERIES,
    PLUGINS
  }

  static Choice wanted() {
    String peers = System.getProperty("benchmarks.peers", ALL).toUpperCase(Locale.ROOT);
    boolean all = peers.equalsIgnoreCase(ALL);
    return new Choice(
        of(Work.class, System.getProperty("benchmarks.works", ALL)),
        of(Peer.class, peers.replaceAll("(^|,)C(,|$)", "$1")),
        all || Arrays.asList(peers.split(",")).contains("C"),
        of(Part.class, System.getProperty("benchmarks.parts", ALL)),
        Effort.wanted());
  }

  /** Those of the peers that can be measured here; says why the others cannot. */
  List<Peer> peersHere() {
    return peers.stream().filter(Choice::canOpen).toList();
  }

  private static boolean canOpen(Peer peer) {
    if (!peer.runsHere()) {
      return false;
    }
    try {
      Path folder = Files.createTempDirectory("dbrazor-benchmark");
      try (Store store = peer.open(DataFile.copyTo(folder, 0))) {
        return store.scan().isEmpty();
      } finally {
        DataFile.delete(folder);
      }
    } catch (IOException | SQLException | RuntimeException e) {
      System.out.println(peer.title() + " is not measured: " + e.getMessage());
      return false;
    }
  }

  private static <E extends Enum<E>> Set<E> of(Class<E> type, String names) {
    if (names.equalsIgnoreCase(ALL)) {
      return EnumSet.allOf(type);
    }
    EnumSet<E> chosen = EnumSet.noneOf(type);
    for (String name : names.toUpperCase(Locale.ROOT).split(",")) {
      if (!name.isBlank()) {
        chosen.add(Enum.valueOf(type, name.strip()));
      }
    }
    return chosen;
  }
}
