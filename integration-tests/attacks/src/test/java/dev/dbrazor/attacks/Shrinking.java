package dev.dbrazor.attacks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Makes a failing history short: drops steps, then parts of steps, as long as it still fails. */
final class Shrinking {
  private final Predicate<List<Step>> fails;

  Shrinking(Predicate<List<Step>> fails) {
    this.fails = fails;
  }

  /** A history that fails too, and from which no single step can be left out. */
  List<Step> shortest(List<Step> failing) {
    List<Step> shortest = failing;
    for (int size = Math.max(1, failing.size() / 2); size > 0; size /= 2) {
      shortest = without(shortest, size);
    }
    List<Step> flatter = flatter(shortest);
    return flatter == null ? shortest : shortest(flatter);
  }

  /** Leaves out each run of so many steps that is not needed. */
  private List<Step> without(List<Step> failing, int size) {
    List<Step> kept = failing;
    int from = 0;
    while (from < kept.size()) {
      List<Step> rest = new ArrayList<>(kept.subList(0, from));
      rest.addAll(kept.subList(Math.min(kept.size(), from + size), kept.size()));
      if (fails.test(rest)) {
        kept = rest;
      } else {
        from += size;
      }
    }
    return kept;
  }

  /** With the steps of one block in its place, or a block with one step less; null: none fails. */
  private @Nullable List<Step> flatter(List<Step> failing) {
    for (int i = 0; i < failing.size(); i++) {
      if (failing.get(i) instanceof Step.Block block) {
        for (List<Step> instead : smaller(block)) {
          List<Step> candidate = new ArrayList<>(failing);
          candidate.remove(i);
          candidate.addAll(i, instead);
          if (fails.test(candidate)) {
            return candidate;
          }
        }
      }
    }
    return null;
  }

  private static List<List<Step>> smaller(Step.Block block) {
    List<List<Step>> smaller = new ArrayList<>(List.of(block.steps()));
    for (int i = 0; i < block.steps().size(); i++) {
      List<Step> rest = new ArrayList<>(block.steps());
      Step taken = rest.remove(i);
      smaller.add(List.of(new Step.Block(rest, block.fails())));
      if (taken instanceof Step.Block inner) {
        List<Step> opened = new ArrayList<>(rest);
        opened.addAll(i, inner.steps());
        smaller.add(List.of(new Step.Block(opened, block.fails())));
      }
    }
    return smaller;
  }
}
