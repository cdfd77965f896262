package dev.dbrazor.processor.read;

import dev.dbrazor.processor.model.Component.Role;
import dev.dbrazor.processor.model.ScalarKind;
import dev.dbrazor.processor.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what the product itself does with a component, and whether its type fits that. */
final class RoleReader {
  private static final Map<String, Role> ROLES =
      Map.of(
          "Id", Role.ID,
          "Version", Role.VERSION,
          "CreatedAt", Role.CREATED_AT,
          "UpdatedAt", Role.UPDATED_AT,
          "Sequence", Role.SEQUENCE);

  private final Report report;

  RoleReader(Report report) {
    this.report = report;
  }

  /**
   * The role of a component; empty when there is a mistake.
   *
   * @param value empty when the type is a mistake already reported
   */
  Optional<Role> read(Part part, Scope scope, Optional<Value> value) {
    List<String> names = ROLES.keySet().stream().filter(part::has).sorted().toList();
    if (scope.kind() != Scope.Kind.TABLE || names.isEmpty()) {
      return Optional.of(Role.PLAIN);
    }
    if (names.size() > 1) {
      report.error(
          "ConflictingRoles",
          part,
          part.mark(names.get(1)).orElseThrow(),
          part.label()
              + " is both @"
              + String.join(" and @", names)
              + "; use a component for each");
      return Optional.empty();
    }
    String name = names.get(0);
    Role role = ROLES.get(name);
    boolean typed = value.isEmpty() || fits(part, name, role, value.get());
    return noDefault(part, name) & typed ? Optional.of(role) : Optional.empty();
  }

  private boolean fits(Part part, String name, Role role, Value value) {
    boolean optional = ValueReader.isOptional(part.type().type());
    if (role == Role.VERSION && (optional || !isCount(value))) {
      wrongType("VersionType", part, name, "a version is an int or long that counts changes");
      return false;
    }
    if (role == Role.SEQUENCE && (optional || !isCount(value))) {
      wrongType("SequenceType", part, name, "a sequence is an int or long that counts rows");
      return false;
    }
    boolean timestamp = role == Role.CREATED_AT || role == Role.UPDATED_AT;
    if (timestamp && (optional || !isKind(value, ScalarKind.INSTANT))) {
      wrongType("TimestampType", part, name, "a timestamp is an Instant");
      return false;
    }
    return true;
  }

  private static boolean isCount(Value value) {
    return value.type().isPrimitive()
        && (isKind(value, ScalarKind.INT) || isKind(value, ScalarKind.LONG));
  }

  private static boolean isKind(Value value, ScalarKind kind) {
    return value instanceof Value.Scalar scalar && scalar.kind() == kind;
  }

  private void wrongType(String tag, Part part, String name, String rule) {
    report.error(
        tag,
        part,
        part.mark(name).orElseThrow(),
        "@%s %s has type %s; %s; change the type"
            .formatted(name, part.label(), TypeNames.display(part.type().type()), rule));
  }

  private boolean noDefault(Part part, String name) {
    Optional<Mark> mark = part.mark("Default");
    mark.ifPresent(
        each ->
            report.error(
                "MisplacedAnnotation",
                part,
                each,
                "@Default cannot stand here: %s is @%s, whose value DBRazor makes; remove it"
                    .formatted(part.label(), name)));
    return mark.isEmpty();
  }
}
