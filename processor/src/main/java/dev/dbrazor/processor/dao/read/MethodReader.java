package dev.dbrazor.processor.dao.read;

import dev.dbrazor.processor.dao.model.BindModel;
import dev.dbrazor.processor.dao.model.MethodModel;
import dev.dbrazor.processor.dao.model.ParameterModel;
import dev.dbrazor.processor.dao.model.ResultModel;
import dev.dbrazor.processor.dao.model.StatementModel;
import dev.dbrazor.processor.dao.sql.Fact;
import dev.dbrazor.processor.dao.sql.ParsedQuery;
import dev.dbrazor.processor.dao.sql.QueryFacts;
import dev.dbrazor.processor.dao.verify.Prepared;
import dev.dbrazor.processor.model.TypeName;
import dev.dbrazor.processor.read.Signatures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/** Reads one method that carries a statement; empty when there is a mistake, which is reported. */
final class MethodReader {
  private final QueryContext context;
  private final ExecutableElement method;
  private final QueryReport report;
  private final ParsedQuery query;
  private final String sql;

  MethodReader(QueryContext context, ExecutableElement method, QueryReport report, String sql) {
    this.context = context;
    this.method = method;
    this.report = report;
    this.sql = sql;
    this.query = ParsedQuery.of(sql);
  }

  Optional<MethodModel> read(String name, boolean readOnly, boolean allowScan) {
    if (!new TextRules(query, report).check(sql, method, readOnly) || namesBroken()) {
      return Optional.empty();
    }
    Map<String, Given> given = given();
    QueryFacts facts = query.facts(context.schema(), facts(given));
    Map<String, BindModel> binds = binds(given, facts);
    String text = facts.rewriting().text(Lists.of(binds, facts));
    Optional<Prepared> prepared = context.engine().prepare(text);
    if (prepared.filter(Prepared::isRefused).isPresent()) {
      new EngineWords(query, context.schema(), report).report(prepared.get().refusal());
      return Optional.empty();
    }
    facts.unknownQuoted().forEach(new EngineWords(query, context.schema(), report)::unknownColumn);
    TypeMirror returns = method.getReturnType();
    Optional<ResultModel> result =
        result(facts, prepared, returns).filter(read -> binds.size() == given.size());
    if (result.isEmpty() || !report.isClean()) {
      return Optional.empty();
    }
    VersionRule.check(query, facts, context.schema(), report);
    if (!allowScan && context.plans() != PlanSeverity.OFF) {
      prepared.ifPresent(
          p -> new PlanRules(query, context.schema(), context.plans(), report).check(p.plan()));
    }
    return report.isClean()
        ? Optional.of(model(statement(name, text, prepared, allowScan), binds, result.get()))
        : Optional.empty();
  }

  private MethodModel model(
      StatementModel statement, Map<String, BindModel> binds, ResultModel result) {
    List<ParameterModel> parameters = new ArrayList<>();
    method
        .getParameters()
        .forEach(
            each ->
                parameters.add(
                    new ParameterModel(
                        each.getSimpleName().toString(),
                        Types.name(each.asType()),
                        Signatures.isNullable(each.asType(), each))));
    TypeName returns = Types.name(method.getReturnType());
    List<BindModel> ordered = query.parameters().stream().map(binds::get).toList();
    return new MethodModel(
        method.getSimpleName().toString(), parameters, returns, statement, ordered, result);
  }

  /** A collection with mistakes of its own has no table here; its mistakes are told elsewhere. */
  private boolean namesBroken() {
    return query.names().stream()
        .anyMatch(name -> context.broken().contains(name) || context.engine().isBroken(name));
  }

  private Map<String, Given> given() {
    Map<String, Given> given = new LinkedHashMap<>();
    if (method.getParameters().isEmpty()) {
      return given;
    }
    QueryFacts facts = query.facts(context.schema(), Map.of());
    method
        .getParameters()
        .forEach(
            each -> {
              String name = ":" + each.getSimpleName();
              boolean list = facts.lists().contains(name);
              given.put(name, Given.of(each, list, context.signatures()));
            });
    return given;
  }

  private static Map<String, Fact> facts(Map<String, Given> given) {
    Map<String, Fact> facts = new LinkedHashMap<>();
    given.forEach((name, each) -> facts.put(name, Parameters.fact(each)));
    return facts;
  }

  private Map<String, BindModel> binds(Map<String, Given> given, QueryFacts facts) {
    ParameterReader reader = new ParameterReader(facts, report);
    Map<String, BindModel> binds = new LinkedHashMap<>();
    for (String name : query.parameters()) {
      Optional.ofNullable(given.get(name))
          .flatMap(reader::read)
          .ifPresent(bind -> binds.put(name, bind));
    }
    return binds;
  }

  /** Without an engine the analysis alone says what the columns are called. */
  private Optional<ResultModel> result(
      QueryFacts facts, Optional<Prepared> prepared, TypeMirror returns) {
    List<String> names =
        prepared
            .map(Prepared::columns)
            .orElseGet(() -> facts.results().stream().map(each -> each.name()).toList());
    RecordResultReader records =
        new RecordResultReader(context.signatures(), context.schema(), report);
    return new ResultReader(context.signatures(), records, report)
        .read(method, returns, ResultColumns.of(names, facts), query.writes());
  }

  private StatementModel statement(
      String name, String text, Optional<Prepared> prepared, boolean allowScan) {
    return new StatementModel(
        name,
        query.summary(context.schema()),
        text,
        query.writes(),
        List.copyOf(prepared.map(Prepared::reads).orElseGet(TreeSet::new)),
        List.copyOf(prepared.map(Prepared::changes).orElseGet(TreeSet::new)),
        prepared.map(Prepared::plan).orElse(List.of()),
        allowScan);
  }
}
