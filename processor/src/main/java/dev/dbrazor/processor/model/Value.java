package dev.dbrazor.processor.model;

/** What a component holds, as far as storing it is concerned. */
public sealed interface Value {
  /** The Java type, boxed or primitive as declared; never {@code Optional}. */
  TypeName type();

  /** A type of the fixed table. */
  record Scalar(TypeName type, ScalarKind kind) implements Value {}

  /** {@code BigDecimal} with {@code @Decimal}. */
  record ScaledDecimal(TypeName type, int scale) implements Value {}

  /** An enum, stored by name. */
  record EnumConstant(TypeName type) implements Value {}

  /** {@code float[]} with {@code @Vector}; metric is the constant's name. */
  record Vector(TypeName type, int dimensions, String metric) implements Value {}

  /** A record of one component, stored as that component. */
  record Wrapper(TypeName type, String accessor, Value wrapped) implements Value {}

  /** Through {@code @Convert}: the converter has a public constructor without parameters. */
  record Converted(TypeName type, TypeName converter, Value stored) implements Value {}

  /** A nested record as a JSON object. */
  record Nested(TypeName type, java.util.List<Component> components) implements Value {
    public Nested {
      components = java.util.List.copyOf(components);
    }
  }

  /** {@code List} or {@code Set}. */
  record Elements(TypeName type, boolean unique, Value element, boolean nullableElements)
      implements Value {}

  /** {@code Map}; keys are stored as JSON object keys. */
  record Entries(TypeName type, Value key, Value value, boolean nullableValues) implements Value {}

  /** Jackson's {@code JsonNode}. */
  record Json(TypeName type) implements Value {}

  /** {@code @Embedded}: own columns with the component's name as prefix. */
  record Embedded(TypeName type, java.util.List<Component> components) implements Value {
    public Embedded {
      components = java.util.List.copyOf(components);
    }
  }
}
