package dev.dbrazor.processor.read;

import dev.dbrazor.processor.model.Value;
import java.util.List;
import java.util.Optional;

/** Which annotations can stand where, whatever the component's type. */
final class MarkRules {
  private static final List<String> ROLES =
      List.of("Id", "Version", "CreatedAt", "UpdatedAt", "Sequence");
  private static final List<String> COLUMN = List.of("Default", "Check", "References", "Embedded");

  /** What makes a column of a component inside a document. */
  static final List<String> INDEXES = List.of("Unique", "Indexed", "FullText");

  private final Report report;

  MarkRules(Report report) {
    this.report = report;
  }

  /** Checks all but types; false when a mistake was reported. */
  boolean check(Part part, Scope scope) {
    if (scope.kind() == Scope.Kind.OTHER_COLLECTION) {
      return true;
    }
    boolean fine = placed(part, scope);
    if (part.has("Unique") && part.has("Indexed")) {
      report.error(
          "RedundantIndexed",
          part,
          part.mark("Indexed").orElseThrow(),
          part.label() + " is @Unique, which is an index already; remove @Indexed");
      fine = false;
    }
    return sql(part, "Default") & sql(part, "Check") & fine;
  }

  private boolean placed(Part part, Scope scope) {
    boolean fine = true;
    if (scope.kind() != Scope.Kind.TABLE) {
      String why = "is inside %s; put it on a component of the collection's record";
      fine = none(part, ROLES, why.formatted(inside(scope)));
    }
    if (!scope.hasColumns()) {
      String why = "is inside JSON, where it has no column; move the component to the record, or";
      fine &= none(part, COLUMN, why + " remove the annotation");
    }
    if (scope.kind() == Scope.Kind.ELEMENT && part.owner().getRecordComponents().size() == 1) {
      String why = "is the only component of its record, which is stored as that component;";
      fine &= none(part, INDEXES, why + " put it where the record is used");
    }
    boolean indexed = INDEXES.stream().anyMatch(part::has);
    if (!scope.hasColumns() && !indexed) {
      String why = "is inside JSON, where its name is its key; remove the annotation, or";
      fine &= none(part, List.of("Column"), why + " add @Indexed to make a column");
    }
    if (scope.hasColumns() && part.has("Embedded")) {
      List<String> own = List.of("Default", "Check", "References", "Unique", "Indexed", "FullText");
      String why = "is embedded and has no column itself; put it on a component of the";
      fine &= none(part, own, why + " embedded record");
    }
    return fine;
  }

  private static String inside(Scope scope) {
    return scope.records().get(scope.records().size() - 1).getSimpleName()
        + ", which is no collection here";
  }

  private boolean none(Part part, List<String> names, String why) {
    boolean fine = true;
    for (String name : names) {
      Optional<Mark> mark = part.mark(name);
      if (mark.isPresent()) {
        report.error(
            "MisplacedAnnotation",
            part,
            mark.get(),
            "@%s cannot stand here: %s %s".formatted(name, part.label(), why));
        fine = false;
      }
    }
    return fine;
  }

  private boolean sql(Part part, String name) {
    Optional<Mark> mark = part.mark(name);
    Optional<String> problem =
        mark.flatMap(each -> each.text("value")).flatMap(SqlFragment::problem);
    problem.ifPresent(
        text ->
            report.error(
                name.equals("Default") ? "InvalidDefault" : "InvalidCheck",
                part,
                mark.orElseThrow(),
                "value",
                "the SQL in @%s of %s %s; write %s"
                    .formatted(
                        name,
                        part.label(),
                        text,
                        name.equals("Default")
                            ? "one literal: 0, or 'open' with its quotes"
                            : "one condition on columns: age >= 0")));
    return problem.isEmpty();
  }

  /** {@code @Unique} and {@code @Indexed} need a value that SQL can compare. */
  void indexable(Part part, Scope scope, Value value) {
    boolean isOwn = scope.hasColumns() || scope.kind() == Scope.Kind.NESTED;
    if (!isOwn || isComparable(value) || value instanceof Value.Embedded) {
      return;
    }
    for (String name : INDEXES) {
      part.mark(name)
          .ifPresent(
              mark ->
                  report.error(
                      "UnindexableComponent",
                      part,
                      mark,
                      "@%s needs a single value, but %s is stored as %s; remove it%s"
                          .formatted(name, part.label(), form(value), instead(value))));
    }
  }

  private static String instead(Value value) {
    return value instanceof Value.Nested ? ", or put it on a component of the nested record" : "";
  }

  /** How a value that cannot be compared is stored, for messages. */
  static String form(Value value) {
    return value instanceof Value.Vector ? "a vector" : "JSON";
  }

  static boolean isComparable(Value value) {
    if (value instanceof Value.Wrapper wrapper) {
      return isComparable(wrapper.wrapped());
    }
    if (value instanceof Value.Converted converted) {
      return isComparable(converted.stored());
    }
    return value instanceof Value.Scalar
        || value instanceof Value.ScaledDecimal
        || value instanceof Value.EnumConstant;
  }
}
