package dev.dbrazor.processor.write;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.FieldSpec;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.TypeSpec;
import dev.dbrazor.processor.model.Component;
import dev.dbrazor.processor.model.EntityModel;
import javax.lang.model.element.Modifier;

/**
 * Writes the query paths.
 *
 * <pre>
 * public final class Customer_ {
 *   private static final Alias PATHS = new Alias(Source.of(CustomerMapping.INSTANCE));
 *
 *   public static final StringPath&lt;Customer&gt; name = PATHS.name;
 *   public static final AddressPath address = PATHS.address;
 *
 *   public static Alias as(String alias) { … }
 *
 *   public static final class Alias {
 *     public final StringPath&lt;Customer&gt; name;
 *     public final AddressPath address;
 *   }
 *
 *   public static final class AddressPath extends RecordPath&lt;Customer, Address&gt; {
 *     public final StringPath&lt;Customer&gt; city;
 *   }
 * }
 * </pre>
 */
final class PathsWriter {
  private final EntityModel model;
  private final GeneratedNames names;
  private final PathClasses classes;

  PathsWriter(EntityModel model, Constants constants) {
    this.model = model;
    this.names = new GeneratedNames(model);
    this.classes = new PathClasses(model, constants);
  }

  TypeSpec.Builder type() {
    TypeSpec.Builder type =
        SourceFile.type(names.paths(), model, true)
            .addJavadoc(
                """
                Query paths of {@link $T}: one a component, for conditions, orders and assignments.

                <p>Generated from the record; edit that, not this.
                """,
                names.record());
    ClassName alias = names.paths().nestedClass("Alias");
    TypeSpec nested = classes.alias(alias);
    String paths =
        new Identifiers(model.components().stream().map(Component::name).toList()).claim("PATHS");
    type.addField(paths(alias, paths));
    for (FieldSpec field : nested.fieldSpecs) {
      type.addField(published(field, paths));
    }
    type.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    type.addMethod(as(alias));
    type.addType(undocumented(nested));
    classes.nested().forEach(type::addType);
    return type;
  }

  private FieldSpec paths(ClassName alias, String name) {
    return FieldSpec.builder(alias, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer("new $T($T.of($T.INSTANCE))", alias, RuntimeTypes.SOURCE, names.mapping())
        .build();
  }

  private static FieldSpec published(FieldSpec field, String paths) {
    return FieldSpec.builder(
            field.type, field.name, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
        .addJavadoc(field.javadoc)
        .initializer("$L.$L", paths, field.name)
        .build();
  }

  /** The same fields are documented once, where they are static. */
  private static TypeSpec undocumented(TypeSpec alias) {
    TypeSpec.Builder type = alias.toBuilder();
    type.fieldSpecs.replaceAll(
        field ->
            FieldSpec.builder(field.type, field.name, Modifier.PUBLIC, Modifier.FINAL).build());
    return type.build();
  }

  private MethodSpec as(ClassName alias) {
    return MethodSpec.methodBuilder("as")
        .addJavadoc(
            """
            The same paths under an alias, for joins of the table with itself and for correlated
            subqueries.

            @param alias a name of your choice, unlike any other in the query
            """)
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(alias)
        .addParameter(String.class, "alias")
        .addStatement(
            "return new $T($T.of($T.INSTANCE).as(alias))",
            alias,
            RuntimeTypes.SOURCE,
            names.mapping())
        .build();
  }
}
