package dev.dbrazor.processor.dao.read;

import dev.dbrazor.processor.report.Finding;
import dev.dbrazor.processor.report.Finding.Severity;
import java.util.function.Consumer;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one method; findings point at its SQL unless told otherwise. */
final class QueryReport {
  private final Element place;
  private final @Nullable AnnotationMirror annotation;
  private final @Nullable AnnotationValue sql;
  private final Consumer<Finding> findings;
  private boolean clean = true;

  QueryReport(
      Element place,
      @Nullable AnnotationMirror annotation,
      @Nullable AnnotationValue sql,
      Consumer<Finding> findings) {
    this.place = place;
    this.annotation = annotation;
    this.sql = sql;
    this.findings = findings;
  }

  boolean isClean() {
    return clean;
  }

  /** On the SQL. */
  void error(String tag, String message) {
    clean = false;
    findings.accept(Finding.error(tag, message, place, annotation, sql));
  }

  /** On a parameter or the method; on the place of the SQL when that is elsewhere. */
  void error(String tag, String message, Element element) {
    clean = false;
    findings.accept(Finding.error(tag, message, annotation == null ? place : element));
  }

  /** On the SQL, of any severity. */
  void tell(Severity severity, String tag, String message) {
    clean &= severity != Severity.ERROR;
    findings.accept(new Finding(severity, tag, message, place, annotation, sql));
  }

  /** Passes on what another reader found. */
  void add(Finding finding) {
    clean &= !finding.isError();
    findings.accept(finding);
  }
}
