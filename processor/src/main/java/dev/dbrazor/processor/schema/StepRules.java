package dev.dbrazor.processor.schema;

import dev.dbrazor.processor.model.Hints;
import dev.dbrazor.processor.schema.SchemaFile.DocumentPart;
import dev.dbrazor.processor.schema.SchemaFile.SchemaColumn;
import dev.dbrazor.processor.verify.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What must be said in the source about the step from one version to the next: values are neither
 * lost nor missing without a word.
 */
public final class StepRules {
  private final SchemaFile before;
  private final SchemaFile now;
  private final boolean upgraded;
  private final List<Problem> problems = new ArrayList<>();

  private StepRules(SchemaFile before, SchemaFile now, Hints hints) {
    this.before = before;
    this.now = now;
    this.upgraded = hints.upgradesRows(now.version());
  }

  public static List<Problem> check(SchemaFile before, SchemaFile now, Hints hints) {
    List<Problem> removed = removed(before, now, hints);
    if (!removed.isEmpty()) {
      return removed;
    }
    StepRules rules = new StepRules(before, now, hints);
    before.columns().forEach(rules::kept);
    before.documents().forEach(rules::kept);
    now.columns().forEach(rules::filled);
    now.documents().forEach(rules::filled);
    return rules.problems;
  }

  /** Methods that made rows what they are in files that have come this way. */
  private static List<Problem> removed(SchemaFile before, SchemaFile now, Hints hints) {
    List<Problem> removed = new ArrayList<>();
    List<String> there = hints.upgradesTo(now.version());
    for (String name : now.changes().upgrades()) {
      if (!there.contains(name)) {
        removed.add(
            new Problem(
                "UpgradeRemoved",
                "",
                "",
                "",
                ("rows of %s come to version %d through the method %s, which is gone; restore it,"
                        + " with @Upgrade(to = %d), for files that are still in version %d")
                    .formatted(
                        now.collection(), now.version(), name, now.version(), before.version())));
      }
    }
    return removed;
  }

  private void kept(SchemaColumn column) {
    String name = column.name();
    if (now.column(name).isEmpty() && !now.changes().renamed().containsValue(name)) {
      requireWord(name, column.component());
    }
  }

  private void kept(DocumentPart part) {
    String place = part.place();
    if (isRecord(parent(place))
        && now.document(place).isEmpty()
        && !now.changes().renamed().containsValue(place)) {
      requireWord(place, place);
    }
  }

  /** Whether there is a record at a place, so that the loss of a part is a loss of its own. */
  private boolean isRecord(String place) {
    return now.documents().stream().anyMatch(each -> parent(each.place()).equals(place));
  }

  private void requireWord(String name, String component) {
    if (!now.changes().dropped().containsKey(name)) {
      problems.add(
          new Problem(
              "LosesData",
              "",
              "",
              "",
              ("version %d of %s had %s, which is gone in version %d, and its values with it; say"
                      + " @Dropped(value = \"why\", of = \"%s\") on the record, or"
                      + " @RenamedFrom(\"%s\") on the component that has them now")
                  .formatted(
                      before.version(),
                      now.collection(),
                      component,
                      now.version(),
                      component,
                      component)));
    }
  }

  private void filled(SchemaColumn column) {
    String former = now.changes().renamed().getOrDefault(column.name(), column.name());
    Optional<SchemaColumn> old = before.column(former);
    boolean word =
        upgraded
            || now.changes().backfilled().containsKey(column.name())
            || now.changes().dropped().containsKey(column.name()) && column.nullable();
    boolean given = word || !column.defaultSql().isEmpty() || isStamp(column.role());
    if (old.isEmpty()) {
      if (!column.nullable() && !given) {
        missing(column.component(), "is new and required, so rows of version");
      }
    } else if (!ValueText.isReadableAs(old.get().value(), column.value())) {
      if (!word) {
        retyped(column.component(), old.get().value(), column.value());
      }
    } else if (old.get().nullable() && !column.nullable() && !given) {
      missing(column.component(), "is required now, so rows with NULL of version");
    }
  }

  private void filled(DocumentPart part) {
    Map<String, String> renamed = now.changes().renamed();
    Optional<DocumentPart> old = before.document(renamed.getOrDefault(part.place(), part.place()));
    boolean word =
        upgraded
            || now.changes().backfilled().containsKey(part.place())
            || now.changes().dropped().containsKey(part.place()) && part.nullable();
    boolean documentIsNew = !hasRows(parent(part.place()));
    if (documentIsNew || word) {
      return;
    }
    if (old.isEmpty()) {
      if (!part.nullable()) {
        missing(part.place(), "is new and required, so rows of version");
      }
    } else if (!ValueText.isReadableAs(old.get().value(), part.value())) {
      retyped(part.place(), old.get().value(), part.value());
    } else if (old.get().nullable() && !part.nullable()) {
      missing(part.place(), "is required now, so rows with NULL of version");
    }
  }

  /** Whether there can be documents of the version before at a place. */
  private boolean hasRows(String place) {
    String holder = place.replaceAll("(\\[\\]|\\{\\})+$", "");
    String former = now.changes().renamed().getOrDefault(holder, holder);
    return before.column(former).isPresent() || before.document(former).isPresent();
  }

  private void missing(String component, String why) {
    problems.add(
        new Problem(
            "NoValueForRows",
            path(component),
            "",
            "",
            ("%s %s %d of %s have nothing for it; give them a value with @Backfill(\"sql\") or"
                    + " @Default, write a method @Upgrade(to = %d), or mark it @Nullable")
                .formatted(component, why, before.version(), now.collection(), now.version())));
  }

  private void retyped(String component, String old, String value) {
    problems.add(
        new Problem(
            "LosesData",
            path(component),
            "",
            "",
            ("%s is %s, but was %s in version %d of %s; turn the old values into new ones with"
                    + " @Backfill(\"sql\") or a method @Upgrade(to = %d), or give them up: @Nullable"
                    + " and @Dropped(\"why\")")
                .formatted(
                    component, value, old, before.version(), now.collection(), now.version())));
  }

  /** The way to a component, from the place of its value. */
  private String path(String place) {
    String column = column(place);
    String component = now.column(column).map(SchemaColumn::component).orElse(column);
    return component + place.substring(column.length()).replaceAll("\\[\\]|\\{\\}", "");
  }

  private static boolean isStamp(String role) {
    return role.equals("version") || role.equals("created_at") || role.equals("updated_at");
  }

  private static String column(String place) {
    return place.replaceAll("[.\\[{].*", "");
  }

  private static String parent(String place) {
    return place.substring(0, place.lastIndexOf('.'));
  }
}
