package dev.dbrazor.processor.write;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.FieldSpec;
import com.squareup.javapoet.TypeSpec;
import dev.dbrazor.processor.model.EntityModel;
import dev.dbrazor.processor.sql.Column;
import dev.dbrazor.processor.sql.EntitySql;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/**
 * Writes the class that binds and reads records.
 *
 * <pre>
 * final class NoteMapping implements Mapping&lt;Note, Long&gt; {
 *   static final NoteMapping INSTANCE = new NoteMapping();
 *
 *   private static final String INSERT = …;
 *   private static final TableDefinition TABLE = new TableDefinition("note", 1, List.of(CREATE_TABLE));
 *   private static final Statements STATEMENTS = new Statements(COLUMNS, ROW, INSERT, …);
 *
 *   static final ValueType&lt;Tier&gt; TIER_TYPE = ValueTypes.enumeration(Tier.values());
 *
 *   the methods of Mapping, in its order
 *
 *   the JSON codecs of nested records
 * }
 * </pre>
 */
final class MappingWriter {
  private final EntityModel model;
  private final EntitySql sql;
  private final GeneratedNames names;
  private final Constants constants;
  private final boolean history;

  /**
   * @param history whether there is a class that tells of former versions
   */
  MappingWriter(EntityModel model, EntitySql sql, Constants constants, boolean history) {
    this.model = model;
    this.sql = sql;
    this.names = new GeneratedNames(model);
    this.constants = constants;
    this.history = history;
  }

  TypeSpec.Builder type() {
    TypeSpec.Builder type =
        SourceFile.type(names.mapping(), model, false)
            .addJavadoc(
                "Table {@code $L}: one row per {@link $T}.\n\n"
                    + "<p>Generated from the record; edit that, not this.\n",
                model.table(),
                names.record())
            .addSuperinterface(
                JavaTypes.generic(RuntimeTypes.MAPPING, names.record(), names.keyType()));
    type.addField(instance());
    new StatementConstants(model, sql).addTo(type);
    type.addField(list("COLUMN_NAMES", Column::name));
    type.addField(list("COMPONENT_PATHS", column -> column.component().path()));
    constants.fields().forEach(type::addField);
    new MappingMethods(model, sql, constants).all().forEach(type::addMethod);
    if (history) {
      type.addMethod(MappingMethods.history(names.history()));
    }
    constants
        .codecs()
        .forEach(
            (name, nested) -> type.addType(new CodecWriter(name, nested, constants.code()).type()));
    return type;
  }

  private FieldSpec instance() {
    ClassName mapping = names.mapping();
    return FieldSpec.builder(mapping, "INSTANCE", Modifier.STATIC, Modifier.FINAL)
        .initializer("new $T()", mapping)
        .build();
  }

  private FieldSpec list(String name, Function<Column, String> item) {
    CodeBlock items =
        sql.allColumns().all().stream()
            .map(column -> CodeBlock.of("$S", item.apply(column)))
            .collect(CodeBlock.joining(",$W"));
    return FieldSpec.builder(
            JavaTypes.generic(ClassName.get(List.class), ClassName.get(String.class)), name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer("$T.of($L)", List.class, items)
        .build();
  }
}
