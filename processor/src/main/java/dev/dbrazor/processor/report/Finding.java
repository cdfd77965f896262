package dev.dbrazor.processor.report;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * One mistake, or one thing worth knowing, and where it stands in the source.
 *
 * @param severity what the compiler makes of it
 * @param tag name of the rule, stable between versions: {@code UnknownColumn}
 * @param message what is wrong; what exists instead; the remedy
 * @param element where to report: for a component its backing field, since javac 17 knows no line
 *     of a record component (JDK-8295184)
 * @param annotation the annotation of the element to underline, if one is at fault
 * @param value the value within the annotation, if one is at fault
 */
public record Finding(
    Severity severity,
    String tag,
    String message,
    Element element,
    @Nullable AnnotationMirror annotation,
    @Nullable AnnotationValue value) {
  /** What the compiler makes of a finding. */
  public enum Severity {
    /** The build fails. */
    ERROR,
    /** The user should change something; fails builds with {@code -Werror}. */
    WARNING,
    /** Told, never a failure. */
    NOTE
  }

  public static Finding error(String tag, String message, Element element) {
    return new Finding(Severity.ERROR, tag, message, element, null, null);
  }

  public static Finding error(
      String tag,
      String message,
      Element element,
      @Nullable AnnotationMirror annotation,
      @Nullable AnnotationValue value) {
    return new Finding(Severity.ERROR, tag, message, element, annotation, value);
  }

  public static Finding warning(String tag, String message, Element element) {
    return new Finding(Severity.WARNING, tag, message, element, null, null);
  }

  public static Finding note(String tag, String message, Element element) {
    return new Finding(Severity.NOTE, tag, message, element, null, null);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** The line the compiler prints: {@code [Tag] message}. */
  public String text() {
    return "[" + tag + "] " + message;
  }
}
