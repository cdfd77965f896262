package dev.dbrazor.processor.write;

import com.squareup.javapoet.AnnotationSpec;
import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.TypeName;
import com.squareup.javapoet.TypeSpec;
import dev.dbrazor.processor.model.Component;
import dev.dbrazor.processor.model.EntityModel;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * Writes the class that holds a composite id, a value like a record.
 *
 * <pre>
 * public final class OrderLineKey {
 *   private final UUID orderId;
 *   private final int position;
 *
 *   public OrderLineKey(UUID orderId, int position) { … }
 *
 *   public UUID orderId() { … }
 *   public int position() { … }
 *   equals, hashCode, toString
 * }
 * </pre>
 */
final class KeyWriter {
  private final EntityModel model;
  private final GeneratedNames names;
  private final List<Component> parts;

  KeyWriter(EntityModel model) {
    this.model = model;
    this.names = new GeneratedNames(model);
    this.parts = model.id().components();
  }

  TypeSpec.Builder type() {
    TypeSpec.Builder type =
        SourceFile.type(names.key(), model, true)
            .addJavadoc(
                "The id of a {@link $T}: a value, equal to others with equal parts.",
                names.record());
    for (Component part : parts) {
      type.addField(type(part), part.name(), Modifier.PRIVATE, Modifier.FINAL);
    }
    type.addMethod(constructor());
    parts.forEach(part -> type.addMethod(accessor(part)));
    return type.addMethod(equality()).addMethod(hash()).addMethod(text());
  }

  private MethodSpec constructor() {
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addModifiers(Modifier.PUBLIC);
    for (Component part : parts) {
      constructor.addParameter(type(part), part.name());
      constructor.addStatement("this.$1L = $1L", part.name());
    }
    return constructor.build();
  }

  private static MethodSpec accessor(Component part) {
    return MethodSpec.methodBuilder(part.name())
        .addModifiers(Modifier.PUBLIC)
        .returns(type(part))
        .addStatement("return $L", part.name())
        .build();
  }

  // return other instanceof OrderLineKey that
  //     && this.orderId.equals(that.orderId)
  //     && this.position == that.position;
  private MethodSpec equality() {
    List<CodeBlock> parts = this.parts.stream().map(KeyWriter::equal).toList();
    return override("equals", TypeName.BOOLEAN)
        .addParameter(ClassName.get(Object.class).annotated(nullable()), "other")
        .addStatement(
            "return other instanceof $T that\n&& $L", names.key(), CodeBlock.join(parts, "\n&& "))
        .build();
  }

  private static CodeBlock equal(Component part) {
    return type(part).isPrimitive()
        ? CodeBlock.of("this.$1L == that.$1L", part.name())
        : CodeBlock.of("$1T.equals(this.$2L, that.$2L)", Objects.class, part.name());
  }

  private MethodSpec hash() {
    String values = parts.stream().map(Component::name).collect(Collectors.joining(", "));
    return override("hashCode", TypeName.INT)
        .addStatement("return $T.hash($L)", Objects.class, values)
        .build();
  }

  // return "OrderLineKey[orderId=" + orderId + ", position=" + position + "]";
  private MethodSpec text() {
    CodeBlock.Builder text = CodeBlock.builder().add("return ");
    String before = names.key().simpleName() + "[";
    for (Component part : parts) {
      text.add("$S + $L + ", before + part.name() + "=", part.name());
      before = ", ";
    }
    return override("toString", ClassName.get(String.class))
        .addStatement(text.add("$S", "]").build())
        .build();
  }

  private static TypeName type(Component part) {
    return JavaTypes.of(part.value().type());
  }

  private static AnnotationSpec nullable() {
    return AnnotationSpec.builder(RuntimeTypes.NULLABLE).build();
  }

  private static MethodSpec.Builder override(String name, TypeName type) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(type);
  }
}
