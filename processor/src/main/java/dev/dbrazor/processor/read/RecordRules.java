package dev.dbrazor.processor.read;

import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** What must be true of a collection's record as a whole. */
final class RecordRules {
  private final Reading reading;
  private final TypeElement record;
  private final Mark mark;

  RecordRules(Reading reading, Mark mark) {
    this.reading = reading;
    this.record = reading.record();
    this.mark = mark;
  }

  /** Whether it is a record at all; if not, nothing else can be said about it. */
  boolean isRecord() {
    if (Compilation.isRecord(record)) {
      return true;
    }
    String kind = record.getKind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    error(
        "NotARecord",
        "%s is %s %s; @Collection is for records; write record %s(...)"
            .formatted(
                record.getSimpleName(),
                "aeiou".indexOf(kind.charAt(0)) < 0 ? "a" : "an",
                kind,
                record.getSimpleName()));
    return false;
  }

  void check(String name) {
    privacy();
    if (!record.getTypeParameters().isEmpty()) {
      error(
          "GenericRecord",
          record.getSimpleName() + " is generic; a table has fixed columns; remove the parameters");
    }
    SqlNames.ofCollection(name)
        .ifPresent(
            problem ->
                error(
                    problem.tag(),
                    "value",
                    "the collection name \"%s\" of %s %s"
                        .formatted(name, record.getSimpleName(), problem.text())));
    mark.number("version")
        .filter(version -> version < 1)
        .ifPresent(
            version ->
                error(
                    "InvalidVersion",
                    "version",
                    "the version of %s is %d; versions count from 1"
                        .formatted(record.getSimpleName(), version)));
    mark.longNumber("expectedRows")
        .filter(rows -> rows < 0)
        .ifPresent(
            rows ->
                error(
                    "InvalidExpectedRows",
                    "expectedRows",
                    "%s is expected to have %d rows; give 0 or more, where 0 says nothing"
                        .formatted(record.getSimpleName(), rows)));
  }

  private void privacy() {
    for (Element e = record; e instanceof TypeElement; e = e.getEnclosingElement()) {
      if (e.getModifiers().contains(Modifier.PRIVATE)) {
        error(
            "PrivateRecord",
            (e.equals(record) ? "" : record.getSimpleName() + " is inside a private type: ")
                + e.getSimpleName()
                + " is private, but the classes generated beside it use it; remove private");
        return;
      }
    }
  }

  /** Nothing may be where classes will be generated, unless an earlier build generated it. */
  void freeNames(boolean compositeId) {
    String flat = TypeNames.of(record).flatName();
    String packageName = TypeNames.of(record).packageName();
    for (String suffix : new String[] {"Dao", "Mapping", "_", "Key"}) {
      String name = (packageName.isEmpty() ? "" : packageName + ".") + flat + suffix;
      Optional<TypeElement> other = reading.compilation().besides(record, name);
      boolean needed = !suffix.equals("Key") || compositeId;
      boolean ours =
          other
              .flatMap(type -> Mark.on(type, "Generated", reading.compilation().elements()))
              .isPresent();
      if (needed && other.isPresent() && !ours) {
        error(
            "ClassExists",
            "%s is the name of a class generated for %s, but there is such a class already; rename"
                    .formatted(flat + suffix, record.getSimpleName())
                + " one of the two");
      }
    }
  }

  void error(String tag, String message) {
    reading.report().error(tag, record, message);
  }

  private void error(String tag, String member, String message) {
    reading.report().error(tag, record, mark, member, message);
  }
}
