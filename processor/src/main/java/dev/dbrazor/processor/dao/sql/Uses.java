package dev.dbrazor.processor.dao.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What was learned about a statement's parameters and names on the way through it. */
final class Uses {
  private final Map<String, List<SchemaColumn>> columns = new LinkedHashMap<>();
  private final Set<String> lists = new LinkedHashSet<>();
  private final Set<Expr.Parameter> places = new LinkedHashSet<>();
  private final Set<String> unknownQuoted = new LinkedHashSet<>();
  private final Map<Integer, Replacement> replacements = new TreeMap<>();
  private final Map<String, Fact> parameters;
  private final Set<String> integers = new LinkedHashSet<>();

  /** A piece of the statement to be written otherwise. */
  record Replacement(int start, int end, String text) {}

  /**
   * @param parameters what their Java types say about parameters, by name with colon
   */
  Uses(Map<String, Fact> parameters) {
    this.parameters = parameters;
  }

  Fact parameter(String name) {
    return parameters.getOrDefault(name, Fact.NOTHING);
  }

  void replace(int start, int end, String text) {
    replacements.put(start, new Replacement(start, end, text));
  }

  Map<Integer, Replacement> replacements() {
    return replacements;
  }

  /** The parameter stands where a value of this column does. */
  void asColumn(Expr expression, SchemaColumn column) {
    if (expression instanceof Expr.Parameter parameter) {
      List<SchemaColumn> known =
          columns.computeIfAbsent(parameter.name(), name -> new ArrayList<>());
      if (known.stream().noneMatch(column::means)) {
        known.add(column);
      }
    }
  }

  /** The parameter stands alone in {@code IN (…)}. */
  void asList(Expr.Parameter parameter) {
    lists.add(parameter.name());
    places.add(parameter);
  }

  void asInteger(Expr expression) {
    if (expression instanceof Expr.Parameter parameter) {
      integers.add(parameter.name());
    }
  }

  void unknownQuoted(String name) {
    unknownQuoted.add(name);
  }

  Map<String, List<SchemaColumn>> columns() {
    return columns;
  }

  Set<String> lists() {
    return lists;
  }

  /** Where {@link #lists} stand. */
  Set<Expr.Parameter> places() {
    return places;
  }

  Set<String> integers() {
    return integers;
  }

  Set<String> unknownQuoted() {
    return unknownQuoted;
  }
}
