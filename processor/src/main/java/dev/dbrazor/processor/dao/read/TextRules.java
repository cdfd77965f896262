package dev.dbrazor.processor.dao.read;

import dev.dbrazor.processor.dao.sql.ParsedQuery;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/** Rules about a statement's text and its parameters' names. */
final class TextRules {
  private final ParsedQuery query;
  private final QueryReport report;

  TextRules(ParsedQuery query, QueryReport report) {
    this.query = query;
    this.report = report;
  }

  /** Whether it makes sense to look further. */
  boolean check(String sql, ExecutableElement method, boolean readOnly) {
    if (query.verb().isEmpty()) {
      report.error("EmptySql", "there is no statement in the text; write one");
      return false;
    }
    if (query.isSeveral()) {
      report.error(
          "SeveralStatements", "there is more than one statement in the text; write a method each");
      return false;
    }
    if (!query.isAllowed()) {
      report.error(
          "StatementKind",
          "%s cannot be a @Query; SELECT, VALUES, INSERT, REPLACE, UPDATE and DELETE can"
              .formatted(query.verb()));
      return false;
    }
    if (readOnly && query.writes()) {
      report.error(
          "ReadOnlyWrites",
          "%s changes data, but is marked @ReadOnly; remove one".formatted(query.verb()));
    }
    return named(method);
  }

  private boolean named(ExecutableElement method) {
    List<String> declared =
        method.getParameters().stream().map(each -> each.getSimpleName().toString()).toList();
    boolean known = true;
    for (String parameter : query.parameters()) {
      if (!parameter.startsWith(":")) {
        report.error(
            "ParameterSyntax", "parameter %s has no name; write :name".formatted(parameter));
        known = false;
      } else if (!declared.contains(parameter.substring(1))) {
        report.error(
            "UnknownParameter",
            "no parameter %s; %s has %s"
                .formatted(
                    parameter.substring(1), method.getSimpleName(), Labels.list(declared, "none")));
        known = false;
      }
    }
    Set<String> used =
        query.parameters().stream().map(each -> each.substring(1)).collect(Collectors.toSet());
    for (VariableElement each : method.getParameters()) {
      if (known && !used.contains(each.getSimpleName().toString())) {
        report.error(
            "UnusedParameter",
            "the statement does not use parameter %s; write :%s in it, or remove the parameter"
                .formatted(each.getSimpleName(), each.getSimpleName()),
            each);
        known = false;
      }
    }
    return known;
  }
}
