package dev.dbrazor.processor.write;

import com.squareup.javapoet.CodeBlock;
import dev.dbrazor.processor.model.Component;
import dev.dbrazor.processor.model.TypeName;
import dev.dbrazor.processor.model.Value;
import java.util.ArrayList;
import java.util.List;

/** {@code new Customer(…)}, an argument a line, embedded records built inside. */
final class RecordCode {
  private RecordCode() {}

  /** What stands for one component; called once each, in the order of the columns. */
  @FunctionalInterface
  interface Argument {
    CodeBlock of(Component component, CodeBlock accessor);
  }

  // new Customer(
  //     row.value(0, ValueTypes.UUID),
  //     new Address(
  //         row.text(1),
  //         row.text(2)))
  static CodeBlock create(
      TypeName type, List<Component> components, CodeBlock record, Argument argument) {
    return CodeBlock.of(
        "new $T(\n$L)", JavaTypes.of(type), arguments(components, record, argument));
  }

  private static CodeBlock arguments(
      List<Component> components, CodeBlock record, Argument argument) {
    List<CodeBlock> arguments = new ArrayList<>();
    for (Component component : components) {
      CodeBlock accessor = CodeBlock.of("$L.$L()", record, component.name());
      arguments.add(
          component.value() instanceof Value.Embedded embedded
              ? embedded(embedded, accessor, argument)
              : argument.of(component, accessor));
    }
    return CodeBlock.join(arguments, ",\n");
  }

  private static CodeBlock embedded(
      Value.Embedded embedded, CodeBlock accessor, Argument argument) {
    return CodeBlock.builder()
        .add("new $T(\n$>$>", JavaTypes.of(embedded.type()))
        .add(arguments(embedded.components(), accessor, argument))
        .add(")$<$<")
        .build();
  }

  /** {@code customer.home().city()}. */
  static CodeBlock accessor(String record, Component component) {
    return CodeBlock.of("$L.$L()", record, component.path().replace(".", "()."));
  }
}
