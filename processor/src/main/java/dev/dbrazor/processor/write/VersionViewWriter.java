package dev.dbrazor.processor.write;

import com.squareup.javapoet.AnnotationSpec;
import com.squareup.javapoet.ArrayTypeName;
import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.TypeName;
import com.squareup.javapoet.TypeSpec;
import dev.dbrazor.processor.model.EntityModel;
import dev.dbrazor.processor.schema.SchemaFile;
import dev.dbrazor.processor.schema.SchemaFile.SchemaColumn;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/**
 * Writes the typed view of a row of one version, which upgrade methods read and set.
 *
 * <pre>
 * public final class Customer_V2 {
 *   public String name() { return row.required("name", ValueTypes.STRING); }
 *   public void name(String value) { row.set("name", value, ValueTypes.STRING); }
 * }
 * </pre>
 *
 * Enums are their names, records and containers their JSON text: today's types may be others.
 */
final class VersionViewWriter {
  private static final ClassName ROW = ClassName.get("dev.dbrazor.mapping", "VersionRow");
  private static final Pattern ARGUMENTS = Pattern.compile("(\\w+)\\((.*)\\)");
  private static final TypeName BYTES = ArrayTypeName.of(TypeName.BYTE);
  private static final Map<String, TypeName> SCALARS =
      Map.ofEntries(
          Map.entry("boolean", TypeName.BOOLEAN),
          Map.entry("byte", TypeName.BYTE),
          Map.entry("short", TypeName.SHORT),
          Map.entry("int", TypeName.INT),
          Map.entry("long", TypeName.LONG),
          Map.entry("float", TypeName.FLOAT),
          Map.entry("double", TypeName.DOUBLE),
          Map.entry("char", TypeName.CHAR),
          Map.entry("big_integer", ClassName.get(BigInteger.class)),
          Map.entry("big_decimal", ClassName.get(BigDecimal.class)),
          Map.entry("uuid", ClassName.get(UUID.class)),
          Map.entry("instant", ClassName.get(Instant.class)),
          Map.entry("duration", ClassName.get(Duration.class)),
          Map.entry("local_date", ClassName.get(LocalDate.class)),
          Map.entry("local_time", ClassName.get(LocalTime.class)),
          Map.entry("local_date_time", ClassName.get(LocalDateTime.class)),
          Map.entry("bytes", BYTES));

  private final EntityModel model;
  private final SchemaFile file;
  private final ClassName name;

  VersionViewWriter(EntityModel model, SchemaFile file) {
    this.model = model;
    this.file = file;
    this.name = new GeneratedNames(model).version(file.version());
  }

  TypeSpec.Builder type() {
    TypeSpec.Builder type =
        SourceFile.type(name, model, true)
            .addJavadoc(
                "A row of {@code $L} in version $L, for upgrade methods: enums are their names,"
                    + " records and\ncontainers their JSON.\n",
                file.collection(),
                file.version())
            .addField(ROW, "row", Modifier.PRIVATE, Modifier.FINAL)
            .addMethod(
                MethodSpec.constructorBuilder()
                    .addParameter(ROW, "row")
                    .addStatement("this.row = row")
                    .build());
    Identifiers free =
        new Identifiers(
            new HashSet<>(
                Set.of("getClass", "hashCode", "toString", "notify", "notifyAll", "wait")));
    for (SchemaColumn column : file.columns()) {
      String accessor = free.claim(Identifiers.variable(Identifiers.type(column.component())));
      type.addMethod(reader(column, accessor));
      type.addMethod(setter(column, accessor));
    }
    return type;
  }

  private MethodSpec reader(SchemaColumn column, String accessor) {
    boolean nullable = column.nullable();
    return MethodSpec.methodBuilder(accessor)
        .addModifiers(Modifier.PUBLIC)
        .returns(type(column))
        .addStatement(
            "return row.$L($S, $L)", nullable ? "get" : "required", column.name(), stored(column))
        .build();
  }

  private MethodSpec setter(SchemaColumn column, String accessor) {
    return MethodSpec.methodBuilder(accessor)
        .addModifiers(Modifier.PUBLIC)
        .addParameter(type(column), "value")
        .addStatement("row.set($S, value, $L)", column.name(), stored(column))
        .build();
  }

  private static String value(SchemaColumn column) {
    return column.value().replaceFirst(" via .*", "");
  }

  private static TypeName type(SchemaColumn column) {
    String value = value(column);
    TypeName type = SCALARS.getOrDefault(value, ClassName.get(String.class));
    if (value.startsWith("decimal(")) {
      type = ClassName.get(BigDecimal.class);
    } else if (value.startsWith("vector(")) {
      type = ArrayTypeName.of(TypeName.FLOAT);
    }
    return column.nullable() && !(type instanceof ArrayTypeName)
        ? type.box().annotated(AnnotationSpec.builder(RuntimeTypes.NULLABLE).build())
        : type;
  }

  private static CodeBlock stored(SchemaColumn column) {
    String value = value(column);
    Matcher arguments = ARGUMENTS.matcher(value);
    if (arguments.matches() && arguments.group(1).equals("decimal")) {
      return CodeBlock.of("$T.decimal($L)", RuntimeTypes.VALUE_TYPES, arguments.group(2));
    } else if (arguments.matches() && arguments.group(1).equals("vector")) {
      String[] parts = arguments.group(2).split(",");
      return CodeBlock.of(
          "$T.vector($L, $T.$L)",
          RuntimeTypes.VALUE_TYPES,
          parts[0],
          RuntimeTypes.METRIC,
          parts[1]);
    }
    String constant = SCALARS.containsKey(value) ? value.toUpperCase(Locale.ROOT) : "STRING";
    return CodeBlock.of("$T.$L", RuntimeTypes.VALUE_TYPES, constant);
  }
}
