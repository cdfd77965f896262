package dev.dbrazor.processor.write;

import com.squareup.javapoet.CodeBlock;
import dev.dbrazor.processor.model.ScalarKind;
import dev.dbrazor.processor.model.Value;
import dev.dbrazor.processor.sql.Column;
import dev.dbrazor.processor.sql.UniqueKey;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The lambda that binds a finder's parameters. */
final class FinderCode {
  private static final Set<ScalarKind> OTHERWISE_IN_JSON =
      EnumSet.of(ScalarKind.UUID, ScalarKind.BYTES, ScalarKind.FLOAT);

  private final RowCode rows;
  private final Constants constants;

  FinderCode(RowCode rows, Constants constants) {
    this.rows = rows;
    this.constants = constants;
  }

  // to -> to.text(1, email)
  // to -> {
  //   to.text(1, street);
  //   to.text(2, city);
  // }
  CodeBlock parameters(UniqueKey key, List<String> parameters) {
    if (parameters.size() == 1) {
      return CodeBlock.of("to -> $L", bind(key, parameters, 0));
    }
    CodeBlock.Builder body = CodeBlock.builder().add("to -> {\n$>");
    for (int i = 0; i < parameters.size(); i++) {
      body.add("$L;\n", bind(key, parameters, i));
    }
    return body.add("$<}").build();
  }

  private CodeBlock bind(UniqueKey key, List<String> parameters, int i) {
    Column column = key.columns().get(i);
    CodeBlock value = CodeBlock.of("$L", parameters.get(i));
    Value held = column.component().value();
    boolean sameInJson =
        held instanceof Value.Scalar scalar && !OTHERWISE_IN_JSON.contains(scalar.kind());
    return column.isGenerated() && !sameInJson
        ? CodeBlock.of(
            "to.value($L, $L, $L.inJson())", i + 1, value, constants.type(column.component(), true))
        : rows.bindPresent(column.component(), i + 1, value);
  }
}
