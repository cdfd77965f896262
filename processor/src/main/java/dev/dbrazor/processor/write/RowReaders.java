package dev.dbrazor.processor.write;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.MethodSpec;
import dev.dbrazor.processor.dao.model.DaoModel;
import dev.dbrazor.processor.dao.model.ElementModel;
import dev.dbrazor.processor.dao.model.MethodModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes one method for each record that several statements of an interface read alike. */
final class RowReaders {
  private final ClassName type;
  private final Map<ElementModel.Composite, String> names = new LinkedHashMap<>();

  RowReaders(DaoModel model) {
    type = JavaTypes.className(model.generated());
    Identifiers free = new Identifiers(model.methods().stream().map(MethodModel::name).toList());
    records(model)
        .forEach(
            (record, uses) -> {
              if (uses > 1) {
                List<String> simpleNames = record.type().simpleNames();
                names.put(record, free.claim("read" + simpleNames.get(simpleNames.size() - 1)));
              }
            });
  }

  private static Map<ElementModel.Composite, Long> records(DaoModel model) {
    return model.methods().stream()
        .flatMap(method -> method.result().element().stream())
        .filter(ElementModel.Composite.class::isInstance)
        .map(ElementModel.Composite.class::cast)
        .collect(
            Collectors.groupingBy(record -> record, LinkedHashMap::new, Collectors.counting()));
  }

  // ReportsImpl::readCityCount
  Optional<CodeBlock> reference(ElementModel element) {
    return element instanceof ElementModel.Composite record && names.containsKey(record)
        ? Optional.of(CodeBlock.of("$T::$L", type, names.get(record)))
        : Optional.empty();
  }

  // private static CityCount readCityCount(ResultRow row) {
  //   return new CityCount(row.text(0), row.int64(1));
  // }
  List<MethodSpec> methods(SqlDaoValues values) {
    return names.entrySet().stream()
        .map(
            entry ->
                MethodSpec.methodBuilder(entry.getValue())
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                    .returns(JavaTypes.of(entry.getKey().type()))
                    .addParameter(RuntimeTypes.RESULT_ROW, "row")
                    .addStatement("return $L", SqlMethodCode.read(entry.getKey(), "row", values))
                    .build())
        .toList();
  }
}
