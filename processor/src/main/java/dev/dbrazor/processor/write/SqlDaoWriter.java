package dev.dbrazor.processor.write;

import com.squareup.javapoet.AnnotationSpec;
import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.FieldSpec;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.TypeName;
import com.squareup.javapoet.TypeSpec;
import dev.dbrazor.processor.dao.model.DaoModel;
import dev.dbrazor.processor.dao.model.MethodModel;
import dev.dbrazor.processor.dao.model.ParameterModel;
import dev.dbrazor.processor.dao.model.StatementModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * Writes the class that runs the statements of an interface.
 *
 * <pre>
 * public final class ReportsImpl extends SqlDao implements Reports {
 *   private static final SqlStatement ADULTS = new SqlStatement("shop.Reports.adults", …);
 *
 *   public ReportsImpl(Database db) {
 *     super(db);
 *     new CustomerDao(db);
 *   }
 *
 *   public long adults(int minAge) {
 *     return one(ADULTS, to -&gt; to.int32(1, minAge), row -&gt; row.int64(0));
 *   }
 * }
 * </pre>
 */
final class SqlDaoWriter {
  private static final ClassName SQL_DAO = RuntimeTypes.query("SqlDao");
  private static final ClassName SQL_STATEMENT = RuntimeTypes.query("SqlStatement");

  private final DaoModel model;
  private final SqlDaoValues values;
  private final RowReaders readers;
  private final Map<MethodModel, String> constants = new LinkedHashMap<>();

  SqlDaoWriter(DaoModel model) {
    this.model = model;
    this.values = new SqlDaoValues(model);
    this.readers = new RowReaders(model);
    Identifiers free = new Identifiers(values.names());
    model
        .methods()
        .forEach(each -> constants.put(each, free.claim(Identifiers.constant(each.name()))));
  }

  TypeSpec.Builder type() {
    ClassName type = JavaTypes.className(model.type());
    TypeSpec.Builder builder =
        TypeSpec.classBuilder(JavaTypes.className(model.generated()))
            .addAnnotation(
                AnnotationSpec.builder(RuntimeTypes.GENERATED)
                    .addMember("value", "$S", "dev.dbrazor.processor.DaoProcessor")
                    .build())
            .addAnnotation(RuntimeTypes.NULL_MARKED)
            .addJavadoc(
                """
                Runs the statements of {@link $T}, which the compiler checked.

                <p>All threads may share one. Methods take part in the transaction their thread has open.
                Generated from the interface; edit that, not this.
                """,
                type)
            .superclass(SQL_DAO)
            .addSuperinterface(type);
    if (model.isPublic()) {
      builder.addModifiers(Modifier.PUBLIC);
    }
    builder.addModifiers(Modifier.FINAL);
    model.methods().forEach(each -> builder.addField(statement(each)));
    values.fields().forEach(builder::addField);
    builder.addMethod(constructor());
    model.methods().forEach(each -> builder.addMethod(method(each)));
    readers.methods(values).forEach(builder::addMethod);
    values.codecs().forEach(builder::addType);
    return builder;
  }

  // private static final SqlStatement ADULTS =
  //     new SqlStatement("shop.Reports.adults", false, List.of("customers"), List.of(), …);
  private FieldSpec statement(MethodModel method) {
    StatementModel statement = method.statement();
    List<String> parameters = method.binds().stream().map(bind -> bind.parameter()).toList();
    return FieldSpec.builder(SQL_STATEMENT, constants.get(method))
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer(
            "\n$>$>new $T(\n$>$>$S, $S,\n$L,\n$L,\n$L,\n$L,\n$L)$L$<$<$<$<",
            SQL_STATEMENT,
            statement.name(),
            statement.summary(),
            statement.writes(),
            strings(statement.reads()),
            strings(statement.changes()),
            strings(parameters),
            Literals.sql(statement.sql()),
            statement.allowsScan() ? "\n.allowingScan()" : "")
        .build();
  }

  private static CodeBlock strings(List<String> items) {
    return CodeBlock.of(
        "$T.of($L)",
        List.class,
        items.stream().map(each -> CodeBlock.of("$S", each)).collect(CodeBlock.joining(", ")));
  }

  private MethodSpec constructor() {
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addJavadoc(
                """
                Registers the collections that the statements use, so that their tables exist.

                @param db stays the caller's to close
                """)
            .addParameter(RuntimeTypes.DATABASE, "db")
            .addStatement("super(db)");
    if (model.isPublic()) {
      constructor.addModifiers(Modifier.PUBLIC);
    }
    for (dev.dbrazor.processor.model.TypeName record : model.collections()) {
      ClassName dao = ClassName.get(record.packageName(), record.flatName() + "Dao");
      constructor.addStatement("new $T(db)", dao);
    }
    return constructor.build();
  }

  private MethodSpec method(MethodModel method) {
    MethodSpec.Builder builder =
        MethodSpec.methodBuilder(method.name())
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(returns(method));
    List<String> names = new ArrayList<>();
    for (ParameterModel parameter : method.parameters()) {
      TypeName type = JavaTypes.of(parameter.type());
      builder.addParameter(parameter.nullable() ? nullable(type) : type, parameter.name());
      names.add(parameter.name());
    }
    Identifiers free = new Identifiers(Set.copyOf(names));
    String to = free.claim("to");
    String row = free.claim("row");
    return builder
        .addStatement(
            new SqlMethodCode(method, constants.get(method), values).body(to, row, readers))
        .build();
  }

  private static TypeName returns(MethodModel method) {
    TypeName type =
        method.returns().simpleNames().equals(List.of("void"))
            ? TypeName.VOID
            : JavaTypes.of(method.returns());
    return switch (method.result().shape()) {
      case ONE_OR_NULL -> nullable(type);
      default -> type;
    };
  }

  private static TypeName nullable(TypeName type) {
    return type.annotated(AnnotationSpec.builder(RuntimeTypes.NULLABLE).build());
  }
}
