package dev.dbrazor.processor.model;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the annotations of a record say about the way from the version before.
 *
 * @param renamed former name by name; names are those of columns, or the places of values inside
 *     JSON documents: {@code address.city}, {@code lines[].product}
 * @param dropped reason by the name of what is given up
 * @param backfilled SQL expression by the name of what existing rows get
 * @param upgrades methods, in the order of the source
 * @param seed name of the method that gives the first records, or empty
 */
public record Hints(
    Map<String, String> renamed,
    Map<String, String> dropped,
    Map<String, String> backfilled,
    List<UpgradeMethod> upgrades,
    String seed) {
  public static final Hints NONE = new Hints(Map.of(), Map.of(), Map.of(), List.of(), "");

  public Hints {
    renamed = new TreeMap<>(renamed);
    dropped = new TreeMap<>(dropped);
    backfilled = new TreeMap<>(backfilled);
    upgrades = List.copyOf(upgrades);
  }

  /**
   * One {@code @Upgrade} method.
   *
   * @param to the version it leads to
   * @param ofRows whether it takes the two views of a row, not the SQL of the whole table
   * @param when SQL condition, or empty
   */
  public record UpgradeMethod(String name, int to, boolean ofRows, String when) {}

  /** The names of the methods that lead to a version, in their order. */
  public List<String> upgradesTo(int to) {
    return upgrades.stream().filter(each -> each.to() == to).map(UpgradeMethod::name).toList();
  }

  /** Whether a method sees each row of the step to a version. */
  public boolean upgradesRows(int to) {
    return upgrades.stream().anyMatch(each -> each.ofRows() && each.to() == to);
  }
}
