package dev.dbrazor.attacks;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.DbRazorException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a writer was told of each of its commits; lines of text carry it between processes. */
final class Ledger {
  private final Set<Integer> stored = new TreeSet<>();
  private final Set<Integer> refused = new TreeSet<>();
  private final Set<Integer> unknown = new TreeSet<>();
  private long unknownFound;

  /** Runs a commit and tells what its caller learned; anything but a typed error comes out. */
  static String attempt(int number, Runnable commit) {
    try {
      commit.run();
      return "stored " + number;
    } catch (DbRazorException e) {
      String what =
          switch (e.transactionState()) {
            case COMMITTED -> "stored ";
            case UNKNOWN -> "unknown ";
            default -> "refused ";
          };
      return what + number + " " + e.code();
    }
  }

  void note(String line) {
    String[] words = line.split(" ");
    Set<Integer> set =
        switch (words[0]) {
          case "stored" -> stored;
          case "refused" -> refused;
          case "unknown" -> unknown;
          default -> throw new AssertionError(line);
        };
    set.add(Integer.valueOf(words[1]));
  }

  /** Stored are all that were acknowledged, and of the others only those nobody could know. */
  void assertAgrees(List<Integer> found) {
    assertTrue(found.containsAll(stored), () -> "lost: " + this + " of " + found);
    assertTrue(
        found.stream().allMatch(n -> stored.contains(n) || unknown.contains(n)),
        () -> "stored in spite of an error: " + this + ", found " + found);
    unknownFound = found.stream().filter(unknown::contains).count();
  }

  int stored() {
    return stored.size();
  }

  int refused() {
    return refused.size();
  }

  int unknown() {
    return unknown.size();
  }

  /** How many of the unknown were found when it was last asked. */
  long unknownFound() {
    return unknownFound;
  }

  @Override
  public String toString() {
    return "stored " + stored + ", refused " + refused + ", unknown " + unknown;
  }
}
