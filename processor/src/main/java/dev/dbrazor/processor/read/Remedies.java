package dev.dbrazor.processor.read;

import java.util.Map;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** What to write instead of a type that cannot be stored. */
final class Remedies {
  private static final String CONVERT = "write a Converter and name it with @Convert";

  private static final Map<String, String> INSTEAD =
      Map.ofEntries(
          Map.entry("java.util.Date", "use java.time.Instant"),
          Map.entry("java.util.Calendar", "use java.time.Instant"),
          Map.entry("java.sql.Timestamp", "use java.time.Instant"),
          Map.entry("java.sql.Date", "use java.time.LocalDate"),
          Map.entry("java.sql.Time", "use java.time.LocalTime"),
          Map.entry("java.time.ZonedDateTime", "use java.time.Instant and keep the zone apart"),
          Map.entry("java.time.OffsetDateTime", "use java.time.Instant and keep the offset apart"),
          Map.entry("java.util.ArrayList", "use List"),
          Map.entry("java.util.LinkedList", "use List"),
          Map.entry("java.util.Collection", "use List or Set"),
          Map.entry("java.lang.Iterable", "use List or Set"),
          Map.entry("java.util.HashSet", "use Set"),
          Map.entry("java.util.LinkedHashSet", "use Set"),
          Map.entry("java.util.TreeSet", "use Set"),
          Map.entry("java.util.SortedSet", "use Set"),
          Map.entry("java.util.HashMap", "use Map"),
          Map.entry("java.util.LinkedHashMap", "use Map"),
          Map.entry("java.util.TreeMap", "use Map"),
          Map.entry("java.util.SortedMap", "use Map"),
          Map.entry("java.util.OptionalInt", "use Optional<Integer> or @Nullable Integer"),
          Map.entry("java.util.OptionalLong", "use Optional<Long> or @Nullable Long"),
          Map.entry("java.util.OptionalDouble", "use Optional<Double> or @Nullable Double"),
          Map.entry("java.lang.Object", "name the type that is stored"),
          Map.entry("java.lang.Number", "name the type that is stored, such as long"),
          Map.entry("java.lang.CharSequence", "use String"));

  private Remedies() {}

  static String of(TypeMirror type) {
    if (type.getKind() == TypeKind.ARRAY) {
      return "use List; of arrays, byte[] is stored as it is and float[] with @Vector";
    }
    if (type.getKind() != TypeKind.DECLARED) {
      return "name the type that is stored";
    }
    return INSTEAD.getOrDefault(ScalarTypes.className(type), CONVERT);
  }
}
