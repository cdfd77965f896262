package dev.dbrazor.processor.report;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;

/** The only caller of the compiler's {@link Messager}. */
public final class FindingPrinter {
  private final Messager messager;
  private final Set<String> printed = new HashSet<>();

  public FindingPrinter(Messager messager) {
    this.messager = messager;
  }

  /** Prints a finding, unless a record that two collections share had it printed already. */
  public void print(Finding finding) {
    Element element = finding.element();
    if (!printed.add(finding.text() + " " + element.getEnclosingElement() + " " + element)) {
      return;
    }
    Diagnostic.Kind kind =
        switch (finding.severity()) {
          case ERROR -> Diagnostic.Kind.ERROR;
          case WARNING -> Diagnostic.Kind.WARNING;
          case NOTE -> Diagnostic.Kind.NOTE;
        };
    if (finding.annotation() == null) {
      messager.printMessage(kind, finding.text(), finding.element());
    } else if (finding.value() == null) {
      messager.printMessage(kind, finding.text(), finding.element(), finding.annotation());
    } else {
      messager.printMessage(
          kind, finding.text(), finding.element(), finding.annotation(), finding.value());
    }
  }

  /** Reports a bug of the processor itself as one error that carries its stack trace. */
  public void crash(Element element, Throwable thrown) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    print(
        Finding.error(
            "ProcessorCrashed",
            "this is a bug in DBRazor, not in " + element + "; please report it with\n" + trace,
            element));
  }
}
