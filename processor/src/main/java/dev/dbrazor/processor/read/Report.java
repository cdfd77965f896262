package dev.dbrazor.processor.read;

import dev.dbrazor.processor.report.Finding;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.TypeElement;

/** Collects what is wrong with one collection; the only place where findings of rules are made. */
final class Report {
  private final List<Finding> findings = new ArrayList<>();

  List<Finding> findings() {
    return List.copyOf(findings);
  }

  boolean isClean() {
    return findings.isEmpty();
  }

  void error(String tag, TypeElement record, String message) {
    findings.add(Finding.error(tag, message, record));
  }

  void error(String tag, TypeElement record, Mark mark, String member, String message) {
    findings.add(
        Finding.error(tag, message, record, mark.mirror(), mark.written(member).orElse(null)));
  }

  /** On a value of an annotation inside another: an index of a collection. */
  void error(
      String tag, TypeElement record, Mark outer, Mark inner, String member, String message) {
    findings.add(
        Finding.error(tag, message, record, outer.mirror(), inner.written(member).orElse(null)));
  }

  void error(String tag, Part part, String message) {
    Part shown = part.shown().orElse(part);
    findings.add(Finding.error(tag, message, shown.field()));
  }

  /**
   * On an annotation of the component, or the component that uses its record if that is in a jar.
   */
  void error(String tag, Part part, Mark mark, String message) {
    if (part.shown().isPresent()) {
      error(tag, part, message);
    } else {
      findings.add(Finding.error(tag, message, part.field(), mark.mirror(), null));
    }
  }

  void error(String tag, Part part, Mark mark, String member, String message) {
    if (part.shown().isPresent()) {
      error(tag, part, message);
    } else {
      findings.add(
          Finding.error(
              tag, message, part.field(), mark.mirror(), mark.written(member).orElse(null)));
    }
  }
}
