package dev.dbrazor.processor.write;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.FieldSpec;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.TypeName;
import com.squareup.javapoet.TypeSpec;
import dev.dbrazor.processor.model.Component;
import dev.dbrazor.processor.model.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * Writes the nested class that reads and writes one record as a JSON object.
 *
 * <pre>
 * private static final class AddressJson extends RecordCodec&lt;Address&gt; {
 *   static final AddressJson INSTANCE = new AddressJson();
 *
 *   protected void writeFields(JsonGenerator out, Address address) throws IOException {
 *     field(out, "street", address.street(), JsonCodecs.STRING);
 *   }
 *
 *   protected Address readFields(JsonParser in) throws IOException {
 *     String street = null;
 *     while (nextField(in)) {
 *       switch (in.currentName()) {
 *         case "street" -&gt; street = value(in, JsonCodecs.STRING);
 *         default -&gt; in.skipChildren();
 *       }
 *     }
 *     return new Address(required("street", street));
 *   }
 * }
 * </pre>
 */
final class CodecWriter {
  private static final ClassName GENERATOR =
      ClassName.get("com.fasterxml.jackson.core", "JsonGenerator");
  private static final ClassName PARSER = ClassName.get("com.fasterxml.jackson.core", "JsonParser");

  private final String name;
  private final TypeName record;
  private final List<Component> components;
  private final ValueCode code;

  /**
   * Component names to the expression of their codec, and to the local variable that collects them.
   */
  private final Map<String, CodeBlock> codecs = new LinkedHashMap<>();

  private final Map<String, String> locals = new LinkedHashMap<>();

  CodecWriter(String name, Value.Nested nested, ValueCode code) {
    this.name = name;
    this.record = JavaTypes.of(nested.type());
    this.components = nested.components();
    this.code = code;
    Identifiers free = new Identifiers(Set.of("in"));
    components.forEach(component -> locals.put(component.name(), free.claim(component.name())));
  }

  TypeSpec type() {
    ClassName self = ClassName.get("", name);
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .superclass(JavaTypes.generic(RuntimeTypes.RECORD_CODEC, record))
            .addField(
                FieldSpec.builder(self, "INSTANCE", Modifier.STATIC, Modifier.FINAL)
                    .initializer("new $T()", self)
                    .build());
    constants().forEach(type::addField);
    return type.addMethod(writeFields()).addMethod(readFields()).build();
  }

  // private static final JsonCodec<List<String>> TAGS_CODEC = JsonCodecs.list(JsonCodecs.STRING);
  private List<FieldSpec> constants() {
    Identifiers free = new Identifiers(Set.of("INSTANCE"));
    List<FieldSpec> fields = new ArrayList<>();
    for (Component component : components) {
      Value value = component.value();
      CodeBlock codec = code.codec(value);
      if (!(value instanceof Value.Scalar || value instanceof Value.Nested)) {
        String constant = free.claim(Identifiers.constant(component.name()) + "_CODEC");
        TypeName type = JavaTypes.generic(RuntimeTypes.JSON_CODEC, JavaTypes.boxed(value));
        fields.add(
            FieldSpec.builder(type, constant, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(codec)
                .build());
        codec = CodeBlock.of("$L", constant);
      }
      codecs.put(component.name(), codec);
    }
    return fields;
  }

  private MethodSpec writeFields() {
    String variable = new Identifiers(Set.of("out")).claim(Identifiers.variable(simpleName()));
    MethodSpec.Builder method =
        override("writeFields", TypeName.VOID)
            .addParameter(GENERATOR, "out")
            .addParameter(record, variable);
    for (Component component : components) {
      CodeBlock value = CodeBlock.of("$L.$L()", variable, component.name());
      method.addStatement(
          "$L(out, $S, $L, $L)",
          component.nullable() || component.optional() ? "fieldOrNull" : "field",
          component.name(),
          component.optional() ? CodeBlock.of("orNull($S, $L)", component.name(), value) : value,
          codecs.get(component.name()));
    }
    return method.build();
  }

  private MethodSpec readFields() {
    MethodSpec.Builder method = override("readFields", record).addParameter(PARSER, "in");
    for (Component component : components) {
      TypeName type = JavaTypes.boxed(component.value());
      method.addStatement("$T $L = null", type, locals.get(component.name()));
    }
    method.beginControlFlow("while (nextField(in))").beginControlFlow("switch (in.currentName())");
    for (Component component : components) {
      method.addStatement(
          "case $S -> $L = $L(in, $L)",
          component.name(),
          locals.get(component.name()),
          component.nullable() || component.optional() ? "valueOrNull" : "value",
          codecs.get(component.name()));
    }
    List<CodeBlock> arguments = components.stream().map(this::argument).toList();
    return method
        .addStatement("default -> in.skipChildren()")
        .endControlFlow()
        .endControlFlow()
        .addStatement("return new $T($L)", record, CodeBlock.join(arguments, ",$W"))
        .build();
  }

  // required("street", street)
  // Optional.ofNullable(location)
  private CodeBlock argument(Component component) {
    String local = locals.get(component.name());
    if (component.optional()) {
      return CodeBlock.of("$T.ofNullable($L)", Optional.class, local);
    }
    return component.nullable()
        ? CodeBlock.of("$L", local)
        : CodeBlock.of("required($S, $L)", component.name(), local);
  }

  private String simpleName() {
    return name.substring(0, name.lastIndexOf("Json"));
  }

  private static MethodSpec.Builder override(String name, TypeName type) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PROTECTED)
        .addException(IOException.class)
        .returns(type);
  }
}
