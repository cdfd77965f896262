package dev.dbrazor.processor.dao.read;

import dev.dbrazor.processor.dao.model.BindModel.Form;
import dev.dbrazor.processor.model.Value;
import dev.dbrazor.processor.read.Signatures;
import java.util.Optional;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * A method's parameter as it stands in the source.
 *
 * @param element the parameter
 * @param type what is bound: the content of an Optional, an item of a collection
 * @param form what it comes in
 * @param value how the type alone would be stored; empty when it does not say
 */
record Given(VariableElement element, TypeMirror type, Form form, Optional<Value> value) {
  /** A collection is one when the statement takes it as a list; else it is a value itself. */
  static Given of(VariableElement element, boolean list, Signatures signatures) {
    TypeMirror type = element.asType();
    Form form = Signatures.isNullable(type, element) ? Form.NULLABLE : Form.PRESENT;
    if (Types.isOptional(type)) {
      type = Types.argument(type).orElse(type);
      form = Form.OPTIONAL;
    } else if (list && Types.isList(type)) {
      type = Types.argument(type).orElse(type);
      form = Form.LIST;
    }
    return new Given(element, type, form, signatures.value(type));
  }

  String name() {
    return element.getSimpleName().toString();
  }

  String display() {
    return Signatures.display(element.asType());
  }
}
