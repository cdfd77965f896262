package dev.dbrazor.processor.write;

import com.squareup.javapoet.CodeBlock;
import dev.dbrazor.processor.dao.model.BindModel;
import dev.dbrazor.processor.dao.model.BindModel.Form;
import dev.dbrazor.processor.dao.model.ElementModel;
import dev.dbrazor.processor.dao.model.MethodModel;
import dev.dbrazor.processor.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The body of a method that runs a statement. */
final class SqlMethodCode {
  private final MethodModel method;
  private final String constant;
  private final SqlDaoValues values;

  /**
   * @param constant holds the statement
   */
  SqlMethodCode(MethodModel method, String constant, SqlDaoValues values) {
    this.method = method;
    this.constant = constant;
    this.values = values;
  }

  // return list(CITIES, to -> to.int32(1, minAge), row -> new CityCount(row.text(0), row.int64(1)))
  // return list(CITIES, to -> to.int32(1, minAge), ReportsImpl::readCityCount)
  CodeBlock body(String to, String row, RowReaders readers) {
    CodeBlock binds = binds(to);
    CodeBlock reads =
        method
            .result()
            .element()
            .map(
                element ->
                    readers
                        .reference(element)
                        .orElseGet(() -> CodeBlock.of("$L -> $L", row, read(element, row, values))))
            .orElse(CodeBlock.of(""));
    return switch (method.result().shape()) {
      case VOID -> CodeBlock.of("execute($L, $L)", constant, binds);
      case INT_CHANGES -> CodeBlock.of("return Math.toIntExact(execute($L, $L))", constant, binds);
      case LONG_CHANGES -> CodeBlock.of("return execute($L, $L)", constant, binds);
      case LIST -> call("list", binds, reads);
      case STREAM -> call("stream", binds, reads);
      case OPTIONAL -> call("optional", binds, reads);
      case ONE -> call("one", binds, reads);
      case ONE_OR_NULL -> CodeBlock.of("$L.orElse(null)", call("optional", binds, reads));
    };
  }

  private CodeBlock call(String name, CodeBlock binds, CodeBlock reads) {
    return CodeBlock.of("return $L($L,$W$L,$W$L)", name, constant, binds, reads);
  }

  private CodeBlock binds(String to) {
    List<CodeBlock> binds = new ArrayList<>();
    for (BindModel bind : method.binds()) {
      binds.add(bind(bind, binds.size() + 1, to));
    }
    if (binds.isEmpty()) {
      return CodeBlock.of("$T::nothing", RuntimeTypes.query("SqlDao"));
    }
    if (binds.size() == 1) {
      return CodeBlock.of("$L -> $L", to, binds.get(0));
    }
    CodeBlock.Builder block = CodeBlock.builder().add("$L -> {\n$>", to);
    binds.forEach(each -> block.add("$L;\n", each));
    return block.add("$<}").build();
  }

  // to.int32(1, minAge)
  // to.textOrNull(2, nickname)
  // items(to, 3, ids, ValueTypes.UUID)
  private CodeBlock bind(BindModel bind, int index, String to) {
    CodeBlock type = values.type(bind.value(), bind.inJson());
    if (bind.form() == Form.LIST) {
      return CodeBlock.of("items($L, $L, $L, $L)", to, index, bind.parameter(), type);
    }
    String suffix = bind.form() == Form.PRESENT ? "" : "OrNull";
    CodeBlock value =
        bind.form() == Form.OPTIONAL
            ? CodeBlock.of("$L.orNull($L, $L)", to, index, bind.parameter())
            : CodeBlock.of("$L", bind.parameter());
    String direct = direct(bind.value(), bind.inJson());
    boolean unboxes = suffix.isEmpty() && isBoxed(bind);
    return direct.isEmpty() || unboxes
        ? CodeBlock.of("$L.value$L($L, $L, $L)", to, suffix, index, value, type)
        : CodeBlock.of("$L.$L$L($L, $L)", to, direct, suffix, index, value);
  }

  /** Whether the method's parameter, whatever the column has, can be null where it must not. */
  private boolean isBoxed(BindModel bind) {
    return method.parameters().stream()
        .filter(each -> each.name().equals(bind.parameter()))
        .anyMatch(each -> JavaTypes.of(each.type()).isBoxedPrimitive());
  }

  // new CityCount(row.text(0), row.int64(1))
  static CodeBlock read(ElementModel element, String row, SqlDaoValues values) {
    if (element instanceof ElementModel.Scalar scalar) {
      return read(scalar, row, values);
    }
    ElementModel.Composite composite = (ElementModel.Composite) element;
    List<CodeBlock> arguments =
        composite.components().stream().map(each -> read(each, row, values)).toList();
    return CodeBlock.of(
        "new $T($L)", JavaTypes.of(composite.type()), CodeBlock.join(arguments, ",$W"));
  }

  // row.text(0)
  // row.valueOrNull(1, TIER_TYPE)
  private static CodeBlock read(ElementModel.Scalar scalar, String row, SqlDaoValues values) {
    boolean orNull = scalar.nullable() || scalar.optional();
    String suffix = orNull ? "OrNull" : "";
    String direct = direct(scalar.value(), scalar.inJson());
    CodeBlock read =
        direct.isEmpty()
            ? CodeBlock.of(
                "$L.value$L($L, $L)",
                row,
                suffix,
                scalar.column(),
                values.type(scalar.value(), scalar.inJson()))
            : CodeBlock.of("$L.$L$L($L)", row, direct, suffix, scalar.column());
    return scalar.optional() ? CodeBlock.of("$T.ofNullable($L)", Optional.class, read) : read;
  }

  private static String direct(Value value, boolean inJson) {
    return SqlDaoValues.isOtherInJson(value, inJson) ? "" : RowCode.direct(value);
  }
}
