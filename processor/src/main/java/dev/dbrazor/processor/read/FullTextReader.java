package dev.dbrazor.processor.read;

import dev.dbrazor.processor.model.FullText;
import dev.dbrazor.processor.model.ScalarKind;
import dev.dbrazor.processor.model.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code @FullText} of all components of a collection, which share one index. */
final class FullTextReader {
  private static final String MARK = "FullText";
  private static final int LONGEST_PREFIX = 999;
  private static final int MOST_PREFIXES = 31;

  private final Report report;
  private final List<Said> said = new ArrayList<>();

  /** Something said of the whole index: a tokenizer, or prefixes. */
  private record Said(String member, Object value, Part part) {}

  FullTextReader(Reading reading) {
    this.report = reading.report();
  }

  /** Empty without the annotation, and where something is wrong with it, which is reported. */
  Optional<FullText> read(Part part, String column, Value value) {
    Optional<Mark> mark = part.mark(MARK);
    if (mark.isEmpty() || !MarkRules.isComparable(value)) {
      return Optional.empty();
    }
    double weight = mark.get().decimal("weight").orElse(1.0);
    String tokenizer = mark.get().text("tokenizer").orElse("");
    List<Integer> prefixes = mark.get().numbers("prefixes");
    boolean fine =
        isText(part, mark.get(), value)
            & isFree(part, mark.get(), column)
            & weightFits(part, mark.get(), weight)
            & prefixesFit(part, mark.get(), prefixes);
    if (!tokenizer.isEmpty()) {
      fine &= isSaidOnce(new Said("tokenizer", tokenizer, part), mark.get());
    }
    if (!prefixes.isEmpty()) {
      fine &= isSaidOnce(new Said("prefixes", prefixes, part), mark.get());
    }
    return fine ? Optional.of(new FullText(weight, tokenizer, prefixes)) : Optional.empty();
  }

  private boolean isText(Part part, Mark mark, Value value) {
    if (value instanceof Value.Scalar scalar && scalar.kind() == ScalarKind.STRING) {
      return true;
    }
    report.error(
        "FullTextType",
        part,
        mark,
        "@FullText is for String, but %s has type %s; remove it, or make the component a String"
            .formatted(part.label(), TypeNames.display(part.type().type())));
    return false;
  }

  private boolean isFree(Part part, Mark mark, String column) {
    if (!column.toLowerCase(Locale.ROOT).equals("rank")) {
      return true;
    }
    report.error(
        "ReservedName",
        part,
        mark,
        "the column \"%s\" of %s has the name of FTS5's own column; rename it with @Column"
            .formatted(column, part.label()));
    return false;
  }

  private boolean weightFits(Part part, Mark mark, double weight) {
    if (weight > 0 && Double.isFinite(weight)) {
      return true;
    }
    report.error(
        "FullTextWeight",
        part,
        mark,
        "weight",
        "%s has the weight %s; give a number above 0".formatted(part.label(), weight));
    return false;
  }

  private boolean prefixesFit(Part part, Mark mark, List<Integer> prefixes) {
    boolean inRange = prefixes.stream().allMatch(each -> each >= 1 && each <= LONGEST_PREFIX);
    if (inRange
        && prefixes.size() <= MOST_PREFIXES
        && new HashSet<>(prefixes).size() == prefixes.size()) {
      return true;
    }
    report.error(
        "FullTextPrefixes",
        part,
        mark,
        "prefixes",
        "%s has the prefixes %s; give up to %d different lengths of 1 to %d characters"
            .formatted(part.label(), prefixes, MOST_PREFIXES, LONGEST_PREFIX));
    return false;
  }

  /** The index is one, and so is what is said of it, even where it is the same. */
  private boolean isSaidOnce(Said now, Mark mark) {
    Optional<Said> before =
        said.stream().filter(each -> each.member().equals(now.member())).findFirst();
    said.add(now);
    if (before.isEmpty()) {
      return true;
    }
    report.error(
        "FullTextSaidTwice",
        now.part(),
        mark,
        now.member(),
        "@FullText of %s says the %s, and so does that of %s; they share one index, so say it once"
            .formatted(now.part().label(), now.member(), before.get().part().label()));
    return false;
  }
}
