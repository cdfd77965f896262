package dev.dbrazor.processor.dao.read;

import dev.dbrazor.processor.dao.model.ElementModel;
import dev.dbrazor.processor.dao.model.ResultModel;
import dev.dbrazor.processor.dao.model.ResultModel.Shape;
import dev.dbrazor.processor.dao.read.ColumnReader.Target;
import dev.dbrazor.processor.model.Value;
import dev.dbrazor.processor.read.Signatures;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Compares a statement's result with what its method returns. */
final class ResultReader {
  private static final Map<String, Shape> CONTAINERS =
      Map.of(
          "java.util.List", Shape.LIST,
          "java.util.stream.Stream", Shape.STREAM,
          "java.util.Optional", Shape.OPTIONAL);

  private static final Map<String, String> INSTEAD =
      Map.of(
          "java.util.Collection", "List",
          "java.lang.Iterable", "List",
          "java.util.Set", "List",
          "java.util.ArrayList", "List",
          "java.util.OptionalInt", "Optional<Integer>",
          "java.util.OptionalLong", "Optional<Long>",
          "java.util.OptionalDouble", "Optional<Double>");

  private final Signatures signatures;
  private final RecordResultReader records;
  private final QueryReport report;

  ResultReader(Signatures signatures, RecordResultReader records, QueryReport report) {
    this.signatures = signatures;
    this.records = records;
    this.report = report;
  }

  Optional<ResultModel> read(
      ExecutableElement method, TypeMirror returns, ResultColumns columns, boolean writes) {
    if (columns.size() == 0) {
      return changes(returns);
    }
    if (returns.getKind() == TypeKind.VOID) {
      report.error(
          "ReturnsRows",
          "the statement returns rows, but %s returns nothing; return them%s"
              .formatted(method.getSimpleName(), writes ? ", or remove RETURNING" : ""));
      return Optional.empty();
    }
    String name = Types.className(returns);
    if (INSTEAD.containsKey(name)) {
      unsupported(returns, "return " + INSTEAD.get(name));
      return Optional.empty();
    }
    Shape shape = CONTAINERS.getOrDefault(name, single(method, returns));
    if (shape == Shape.STREAM && writes) {
      report.error(
          "StreamWrites",
          "a statement that writes cannot be left half done by a Stream; return a List");
      return Optional.empty();
    }
    Optional<TypeMirror> element =
        CONTAINERS.containsKey(name) ? Types.argument(returns) : Optional.of(returns);
    if (element.isEmpty() || !Types.isPlain(element.get())) {
      unsupported(returns, "say what is in it: List<String>");
      return Optional.empty();
    }
    boolean takesNull = shape == Shape.OPTIONAL || shape == Shape.ONE_OR_NULL;
    return element(element.get(), columns, takesNull)
        .map(read -> new ResultModel(shape, Optional.of(read)));
  }

  private static Shape single(ExecutableElement method, TypeMirror returns) {
    return Signatures.isNullable(returns, method) ? Shape.ONE_OR_NULL : Shape.ONE;
  }

  private Optional<ResultModel> changes(TypeMirror returns) {
    Shape shape =
        switch (returns.getKind()) {
          case VOID -> Shape.VOID;
          case INT -> Shape.INT_CHANGES;
          case LONG -> Shape.LONG_CHANGES;
          default -> Shape.ONE;
        };
    if (shape == Shape.ONE) {
      report.error(
          "ReturnsChanges",
          "the statement returns no rows, but the method returns %s; return void, int or long for"
                  .formatted(Signatures.display(returns))
              + " the number of changes, or add RETURNING");
      return Optional.empty();
    }
    return Optional.of(new ResultModel(shape, Optional.empty()));
  }

  private Optional<ElementModel> element(
      TypeMirror type, ResultColumns columns, boolean takesNull) {
    Optional<Value> value = signatures.value(type);
    Optional<Value> ofColumn =
        columns
            .get(0)
            .fact()
            .column()
            .map(column -> column.value())
            .filter(each -> Agreement.isSameType(each.type(), Types.name(type)));
    boolean isRecord = Types.record(type).isPresent();
    boolean single = columns.size() == 1 && (value.isPresent() || ofColumn.isPresent());
    if (isRecord && !single) {
      return records.read(type, columns);
    }
    Optional<Value> held = ofColumn.or(() -> value);
    if (held.isEmpty()) {
      unsupported(type, "return a record, a scalar, or the column's own type");
      return Optional.empty();
    }
    if (columns.size() > 1) {
      report.error(
          "SeveralColumns",
          "the statement returns the columns %s, but the method one value; return a record of them"
              .formatted(String.join(", ", columns.names())));
      return Optional.empty();
    }
    boolean nullable =
        takesNull || type.getAnnotationMirrors().stream().anyMatch(Types::isNullable);
    Target target = new Target("the result", Types.name(type), held.get(), nullable, false);
    return new ColumnReader(report).read(0, columns.get(0), target);
  }

  private void unsupported(TypeMirror type, String remedy) {
    report.error(
        "ReturnType",
        "rows cannot be returned as %s; %s".formatted(Signatures.display(type), remedy));
  }
}
