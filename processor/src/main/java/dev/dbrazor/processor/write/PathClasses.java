package dev.dbrazor.processor.write;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.FieldSpec;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.TypeName;
import com.squareup.javapoet.TypeSpec;
import dev.dbrazor.processor.model.Component;
import dev.dbrazor.processor.model.EntityModel;
import dev.dbrazor.processor.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * The nested classes of a collection's paths: the alias, and one for each nested or embedded
 * record.
 */
final class PathClasses {
  private final ClassName paths;
  private final ClassName record;
  private final List<Component> components;
  private final Constants constants;
  private final Identifiers free;
  private final List<TypeSpec> nested = new ArrayList<>();

  PathClasses(EntityModel model, Constants constants) {
    GeneratedNames names = new GeneratedNames(model);
    this.paths = names.paths();
    this.record = names.record();
    this.components = model.components();
    this.constants = constants;
    Set<String> taken = new LinkedHashSet<>(TypeNames.of(model));
    taken.add("Alias");
    taken.add(paths.simpleName());
    taken.addAll(PathTypes.NAMES);
    this.free = new Identifiers(taken);
  }

  /** Classes of nested and embedded records, after {@link #alias} has asked for them. */
  List<TypeSpec> nested() {
    return nested;
  }

  // public static final class Alias {
  //   public final StringPath<Customer> name;
  //
  //   private Alias(Source<Customer> source) {
  //     this.name = new StringPath<>(source.column("name"));
  //   }
  // }
  TypeSpec alias(ClassName name) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .addJavadoc(
                "The paths of {@link $1T} for one source in a query; see {@link $1T#as}.", paths);
    return withColumns(type, components).build();
  }

  // public static final class HomePath {
  //   public final StringPath<Customer> city;
  //
  //   private HomePath(Source<Customer> source) {
  //     this.city = new StringPath<>(source.column("home_city"));
  //   }
  // }
  private ClassName embedded(Component component, Value.Embedded embedded) {
    ClassName name = className(component.path());
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .addJavadoc("The columns of the embedded {@code $L}.", component.path());
    nested.add(withColumns(type, embedded.components()).build());
    return name;
  }

  private TypeSpec.Builder withColumns(TypeSpec.Builder type, List<Component> parts) {
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PRIVATE)
            .addParameter(JavaTypes.generic(RuntimeTypes.SOURCE, record), "source");
    for (Component part : parts) {
      if (part.value() instanceof Value.Embedded embedded) {
        ClassName path = embedded(part, embedded);
        add(type, constructor, part, path, CodeBlock.of("new $T(source)", path), false);
      } else {
        String column = part.column().orElseThrow();
        CodeBlock location = CodeBlock.of("source.column($S)$L", column, nullable(part));
        add(type, constructor, part, part.path(), location, false);
      }
    }
    return type.addMethod(constructor.build());
  }

  // public static final class AddressPath extends RecordPath<Customer, Address> {
  //   public final StringPath<Customer> city;
  //
  //   private AddressPath(Location<Customer> location) {
  //     super(location, CustomerMapping.ADDRESS_TYPE);
  //     this.city = new StringPath<>(location.at("city").generatedAs("address_city"));
  //   }
  // }
  ClassName nested(String path, Value.Nested value) {
    ClassName name = className(path);
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .addJavadoc("Paths into the record {@code $L}.", path)
            .superclass(
                JavaTypes.generic(RuntimeTypes.RECORD_PATH, record, JavaTypes.boxed(value)));
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PRIVATE)
            .addParameter(JavaTypes.generic(RuntimeTypes.LOCATION, record), "location")
            .addStatement("super(location, $L)", constants.typeOutside(path, value));
    for (Component part : value.components()) {
      CodeBlock location =
          CodeBlock.of("location.at($S)$L$L", part.name(), nullable(part), generated(part));
      add(type, constructor, part, path + "." + part.name(), location, true);
    }
    nested.add(type.addMethod(constructor.build()).build());
    return name;
  }

  private void add(
      TypeSpec.Builder type,
      MethodSpec.Builder constructor,
      Component part,
      String path,
      CodeBlock location,
      boolean inDocument) {
    PathTypes types = new PathTypes(record, constants, this);
    PathTypes.Path made =
        part.fullText().isPresent()
            ? types.fullText(location)
            : types.of(path, part.value(), location);
    add(type, constructor, part, made.type(), made.creation(), inDocument);
  }

  private static void add(
      TypeSpec.Builder type,
      MethodSpec.Builder constructor,
      Component part,
      TypeName path,
      CodeBlock creation,
      boolean inDocument) {
    type.addField(
        FieldSpec.builder(path, part.name(), Modifier.PUBLIC, Modifier.FINAL)
            .addJavadoc("$L\n", PathDocs.of(part, inDocument))
            .build());
    constructor.addStatement("this.$L = $L", part.name(), creation);
  }

  private ClassName className(String path) {
    return paths.nestedClass(free.claim(Identifiers.type(path) + "Path"));
  }

  private static String nullable(Component part) {
    return RowCode.isNullable(part) ? ".nullable()" : "";
  }

  private static CodeBlock generated(Component part) {
    return part.column()
        .map(name -> CodeBlock.of(".generatedAs($S)", name))
        .orElse(CodeBlock.of(""));
  }
}
