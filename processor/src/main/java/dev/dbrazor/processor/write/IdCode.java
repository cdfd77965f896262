package dev.dbrazor.processor.write;

import com.squareup.javapoet.CodeBlock;
import dev.dbrazor.processor.model.Component;
import dev.dbrazor.processor.model.EntityModel;
import dev.dbrazor.processor.model.IdModel;
import java.util.ArrayList;
import java.util.List;

/** Expressions about a record's id: one component's value, or a generated key of several. */
final class IdCode {
  private final EntityModel model;
  private final Constants constants;
  private final RowCode rows;

  IdCode(EntityModel model, Constants constants) {
    this.model = model;
    this.constants = constants;
    this.rows = new RowCode(model.id(), constants, false);
  }

  // customer.id()
  // new OrderLineKey(orderLine.orderId(), orderLine.position())
  CodeBlock ofRecord(String record) {
    List<CodeBlock> parts =
        model.id().components().stream().map(id -> RecordCode.accessor(record, id)).toList();
    return isComposite()
        ? CodeBlock.of("new $T($L)", new GeneratedNames(model).key(), CodeBlock.join(parts, ",$W"))
        : parts.get(0);
  }

  // to.value(1, id, ValueTypes.UUID)
  List<CodeBlock> bind(String id) {
    List<CodeBlock> calls = new ArrayList<>();
    for (Component component : model.id().components()) {
      calls.add(rows.bindPresent(component, calls.size() + 1, part(id, component)));
    }
    return calls;
  }

  // ValueTypes.UUID.listItem(id)
  // List.of(ValueTypes.UUID.listItem(id.orderId()), ValueTypes.INT.listItem(id.position()))
  CodeBlock listItem(String id) {
    List<CodeBlock> items =
        model.id().components().stream()
            .map(c -> CodeBlock.of("$L.listItem($L)", constants.type(c, false), part(id, c)))
            .toList();
    return isComposite()
        ? CodeBlock.of("$T.of($L)", List.class, CodeBlock.join(items, ",$W"))
        : items.get(0);
  }

  private CodeBlock part(String id, Component component) {
    return isComposite() ? CodeBlock.of("$L.$L()", id, component.name()) : CodeBlock.of("$L", id);
  }

  private boolean isComposite() {
    return model.id().kind() == IdModel.Kind.COMPOSITE;
  }
}
