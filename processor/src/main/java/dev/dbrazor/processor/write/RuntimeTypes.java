package dev.dbrazor.processor.write;

import com.squareup.javapoet.ClassName;

/** The runtime's classes that generated code names. */
final class RuntimeTypes {
  static final ClassName GENERATED = ClassName.get("dev.dbrazor.annotation", "Generated");
  static final ClassName METRIC = ClassName.get("dev.dbrazor.annotation", "Metric");
  static final ClassName DATABASE = ClassName.get("dev.dbrazor", "Database");
  static final ClassName NULL_MARKED = ClassName.get("org.jspecify.annotations", "NullMarked");
  static final ClassName NULLABLE = ClassName.get("org.jspecify.annotations", "Nullable");

  static final ClassName DERIVATION = mapping("Derivation");
  static final ClassName FULL_TEXT_INDEX = mapping("FullTextIndex");
  static final ClassName MAPPING = mapping("Mapping");
  static final ClassName BINDER = mapping("Binder");
  static final ClassName EMBEDDED_RECORD = mapping("EmbeddedRecord");
  static final ClassName HISTORY = mapping("History");
  static final ClassName RESULT_ROW = mapping("ResultRow");
  static final ClassName STAMP = mapping("Stamp");
  static final ClassName STATEMENTS = mapping("Statements");
  static final ClassName TABLE_DEFINITION = mapping("TableDefinition");
  static final ClassName VALUE_TYPE = mapping("ValueType");
  static final ClassName VALUE_TYPES = mapping("ValueTypes");
  static final ClassName VECTOR_STATEMENTS = mapping("VectorStatements");

  static final ClassName JSON_CODEC = json("JsonCodec");
  static final ClassName JSON_CODECS = json("JsonCodecs");
  static final ClassName JSON_NODE_CODEC = json("JsonNodeCodec");
  static final ClassName KEY_CODECS = json("KeyCodecs");
  static final ClassName RECORD_CODEC = json("RecordCodec");

  static final ClassName COLLECTION_DAO = query("CollectionDao");
  static final ClassName SOURCE = query("Source");
  static final ClassName LOCATION = query("Location");
  static final ClassName RECORD_PATH = query("RecordPath");

  private RuntimeTypes() {}

  static ClassName query(String name) {
    return ClassName.get("dev.dbrazor.query", name);
  }

  private static ClassName mapping(String name) {
    return ClassName.get("dev.dbrazor.mapping", name);
  }

  private static ClassName json(String name) {
    return ClassName.get("dev.dbrazor.json", name);
  }
}
