package dev.dbrazor.processor.write;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.FieldSpec;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.TypeSpec;
import dev.dbrazor.processor.model.Component;
import dev.dbrazor.processor.model.EntityModel;
import dev.dbrazor.processor.sql.Column;
import dev.dbrazor.processor.sql.EntitySql;
import dev.dbrazor.processor.sql.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * Writes the typed data access object.
 *
 * <pre>
 * public final class CustomerDao extends CollectionDao&lt;Customer, UUID&gt; {
 *   private static final String FIND_BY_EMAIL = …;
 *
 *   public CustomerDao(Database db) {
 *     super(db, CustomerMapping.INSTANCE);
 *   }
 *
 *   public Optional&lt;Customer&gt; findByEmail(String email) {
 *     return findOne(FIND_BY_EMAIL, to -&gt; to.text(1, email));
 *   }
 *
 *   public Customer upsertByEmail(Customer customer) {
 *     return upsert(UPSERT_BY_EMAIL, customer);
 *   }
 * }
 * </pre>
 */
final class DaoWriter {
  private final EntityModel model;
  private final EntitySql sql;
  private final GeneratedNames names;
  private final FinderCode finders;

  DaoWriter(EntityModel model, EntitySql sql, Constants constants) {
    this.model = model;
    this.sql = sql;
    this.names = new GeneratedNames(model);
    this.finders = new FinderCode(new RowCode(model.id(), constants, true), constants);
  }

  TypeSpec.Builder type() {
    TypeSpec.Builder type =
        SourceFile.type(names.dao(), model, true)
            .addJavadoc(
                """
                Stores, finds and changes {@link $T} records: the table {@code $L}.

                <p>All threads may share one. Methods take part in the transaction their thread has open.
                Parameters are never null. Generated from the record; edit that, not this.
                """,
                names.record(),
                model.table())
            .superclass(
                JavaTypes.generic(RuntimeTypes.COLLECTION_DAO, names.record(), names.keyType()));
    List<MethodSpec> methods = new ArrayList<>();
    names
        .suffixes(sql.uniqueKeys())
        .forEach(
            (key, suffix) -> {
              String constant = "BY_" + Identifiers.constant(suffix);
              type.addField(statement("FIND_" + constant, key.find()));
              key.upsert().ifPresent(text -> type.addField(statement("UPSERT_" + constant, text)));
              methods.add(finder(key, suffix, "FIND_" + constant));
              if (key.upsert().isPresent()) {
                methods.add(upsert(key, suffix, "UPSERT_" + constant));
              }
            });
    return type.addMethod(constructor()).addMethods(methods);
  }

  private MethodSpec constructor() {
    return MethodSpec.constructorBuilder()
        .addJavadoc(
            """
            Registers the collection: its table is created, or compared with the record.

            @param db stays the caller's to close
            """)
        .addModifiers(Modifier.PUBLIC)
        .addParameter(RuntimeTypes.DATABASE, "db")
        .addStatement("super(db, $T.INSTANCE)", names.mapping())
        .build();
  }

  private MethodSpec finder(UniqueKey key, String suffix, String constant) {
    List<Component> parts = components(key);
    List<String> parameters = GeneratedNames.parameters(parts);
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("findBy" + suffix)
            .addJavadoc(
                "$L\n@return empty when there is none\n",
                Javadocs.paragraph(
                    "Finds the " + names.variable() + " with this " + described(key) + "."))
            .addModifiers(Modifier.PUBLIC)
            .returns(JavaTypes.generic(ClassName.get(Optional.class), names.record()));
    for (int i = 0; i < parts.size(); i++) {
      method.addParameter(JavaTypes.present(parts.get(i).value()), parameters.get(i));
    }
    return method
        .addStatement("return findOne($L, $L)", constant, finders.parameters(key, parameters))
        .build();
  }

  private MethodSpec upsert(UniqueKey key, String suffix, String constant) {
    String record = names.variable();
    return MethodSpec.methodBuilder("upsertBy" + suffix)
        .addJavadoc(
            "$L\n$L",
            Javadocs.paragraph(
                "Inserts the "
                    + record
                    + ", or changes the one that has this "
                    + columns(key)
                    + " already: that one keeps its id."),
            """
            @return the record as stored
            @throws dev.dbrazor.UniqueConstraintException when another unique component is taken
            """)
        .addModifiers(Modifier.PUBLIC)
        .returns(names.record())
        .addParameter(names.record(), record)
        .addStatement("return upsert($L, $L)", constant, record)
        .build();
  }

  private static FieldSpec statement(String name, String text) {
    return FieldSpec.builder(ClassName.get(String.class), name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer(Literals.sql(text))
        .build();
  }

  private static List<Component> components(UniqueKey key) {
    return key.columns().stream().map(Column::component).toList();
  }

  private static String columns(UniqueKey key) {
    return key.columns().stream()
        .map(column -> "{@code " + column.name() + "}")
        .collect(Collectors.joining(" and "));
  }

  // {@code a} and {@code b}, which are unique together
  private static String described(UniqueKey key) {
    boolean one = key.columns().size() == 1;
    return columns(key) + (one ? ", which is unique" : ", which are unique together");
  }
}
