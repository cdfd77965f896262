package dev.dbrazor.query;

import dev.dbrazor.ErrorDetails;
import dev.dbrazor.InvalidArgumentException;
import dev.dbrazor.MappingException;
import dev.dbrazor.mapping.Binder;
import dev.dbrazor.mapping.Mapping;
import dev.dbrazor.mapping.Stamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The SET list of a partial update: one entry for each column, whatever number of assignments goes
 * into its document, and the version and timestamp every change moves.
 *
 * <pre>
 * age = iif(coalesce(customers.age, 0) + ? BETWEEN …, coalesce(customers.age, 0) + ?, x'')
 * address = iif(json_type(customers.address) = 'object', json_set(customers.address, '$.city', ?), x'')
 * </pre>
 *
 * A STRICT table refuses a BLOB in any column that is assigned so, which makes the update fail
 * instead of storing what is wrong.
 */
final class Assignments<R> {
  private final Mapping<?, ?> mapping;
  private final Map<String, List<Assignment<R>>> byColumn = new LinkedHashMap<>();

  Assignments(Mapping<?, ?> mapping, List<Assignment<R>> assignments) {
    this.mapping = mapping;
    for (Assignment<R> assignment : assignments) {
      add(Arguments.notNull(assignment, "assignment"));
    }
  }

  private void add(Assignment<R> added) {
    Location<R> target = added.target();
    if (target.source().mapping() != mapping || target.source().isAliased()) {
      throw new InvalidArgumentException(
          target.name() + " is assigned under an alias or in another collection");
    }
    List<Assignment<R>> others =
        byColumn.computeIfAbsent(target.column(), column -> new ArrayList<>());
    for (Assignment<R> other : others) {
      boolean appends =
          added.kind() == Assignment.Kind.APPEND && other.kind() == Assignment.Kind.APPEND;
      boolean same = target.path().text().equals(other.target().path().text());
      if (target.path().overlaps(other.target().path()) && !(appends && same)) {
        throw new InvalidArgumentException(
            target.name() + " and " + other.target().name() + " are assigned at once");
      }
    }
    others.add(added);
  }

  /** {@code age = ?, version = version + 1}. */
  void render(SqlWriter out, Stamp stamp) {
    String separator = "";
    for (Map.Entry<String, List<Assignment<R>>> entry : byColumn.entrySet()) {
      out.text(separator).text(Identifier.quoted(entry.getKey())).text(" = ");
      guarded(entry.getValue(), out);
      separator = ", ";
    }
    String touch = mapping.statements().touch();
    if (touch != null) {
      out.text(", ").parameters(touch, PlaceHolders.in(touch), new Touch(mapping, stamp));
    }
  }

  /** Whether it changes one of these columns. */
  boolean changes(List<String> columns) {
    return columns.stream().anyMatch(byColumn::containsKey);
  }

  /** What a column will hold: its new value, or the one it has. */
  void renderValue(String column, SqlWriter out) {
    List<Assignment<R>> assignments = byColumn.get(column);
    if (assignments == null) {
      out.text(Identifier.quoted(column));
    } else {
      guarded(assignments, out);
    }
  }

  private void guarded(List<Assignment<R>> assignments, SqlWriter out) {
    List<Node> guards = new ArrayList<>();
    for (Assignment<R> assignment : assignments) {
      Node guard = assignment.guard();
      if (guard != null) {
        guards.add(guard);
      }
    }
    if (guards.isEmpty()) {
      DocumentChange.of(assignments).render(out);
      return;
    }
    String before = "iif(";
    for (Node guard : guards) {
      out.text(before).node(guard);
      before = " AND ";
    }
    out.text(", ");
    DocumentChange.of(assignments).render(out);
    out.text(", x'')");
  }

  /** The engine refused a value's type: if a guard made it do so, an error that names it. */
  MappingException explain(MappingException e) {
    List<String> failures = new ArrayList<>();
    List<String> columns = new ArrayList<>();
    List<String> components = new ArrayList<>();
    for (List<Assignment<R>> assignments : byColumn.values()) {
      for (Assignment<R> assignment : assignments) {
        if (assignment.guard() != null) {
          failures.add(assignment.failure());
          columns.add(assignment.target().column());
          components.add(assignment.target().name().substring(mapping.collection().length() + 1));
        }
      }
    }
    if (failures.isEmpty() || e.sql().isEmpty()) {
      return e;
    }
    ErrorDetails details =
        e.details()
            .withMessage("cannot assign " + String.join("; or ", failures))
            .withCollection(mapping.collection())
            .withColumns(columns)
            .withComponent(String.join(", ", components));
    return new MappingException(details, e);
  }

  /** The parameters of {@code touch}. */
  private record Touch(Mapping<?, ?> mapping, Stamp stamp) implements Parameter {
    @Override
    public List<String> names() {
      return List.of();
    }

    @Override
    public void bind(Binder to) {
      mapping.bindTouch(stamp, to);
    }
  }
}
