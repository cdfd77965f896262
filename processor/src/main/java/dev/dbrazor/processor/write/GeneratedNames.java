package dev.dbrazor.processor.write;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.TypeName;
import dev.dbrazor.processor.model.Component;
import dev.dbrazor.processor.model.EntityModel;
import dev.dbrazor.processor.model.IdModel;
import dev.dbrazor.processor.sql.UniqueKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Every name in generated code that others see, decided once. */
final class GeneratedNames {
  /** What a record's variable must not be called, since generated methods use it beside. */
  private static final Set<String> PARAMETERS = Set.of("to", "row", "stamp", "id", "db", "record");

  private final EntityModel model;

  GeneratedNames(EntityModel model) {
    this.model = model;
  }

  ClassName record() {
    return JavaTypes.className(model.record());
  }

  /** {@code CustomerMapping}; {@code Shop_CustomerMapping} for a nested record. */
  ClassName mapping() {
    return generated("Mapping");
  }

  ClassName dao() {
    return generated("Dao");
  }

  ClassName paths() {
    return generated("_");
  }

  ClassName key() {
    return generated("Key");
  }

  ClassName history() {
    return generated("History");
  }

  /** {@code Customer_V2}: the view of a row of one version. */
  ClassName version(int number) {
    return generated("_V" + number);
  }

  /** What identifies a record: the id's boxed type, or the generated key class. */
  TypeName keyType() {
    return model.id().kind() == IdModel.Kind.COMPOSITE
        ? key()
        : JavaTypes.boxed(model.id().components().get(0).value());
  }

  /** {@code customer}: parameters that hold the record. */
  String variable() {
    String simple = record().simpleName();
    return new Identifiers(PARAMETERS).claim(Identifiers.variable(simple));
  }

  /**
   * {@code Email}, {@code AddressCity}, {@code FirstNameAndLastName}: what follows {@code findBy}
   * and {@code upsertBy}. {@code Id} is taken by the methods every DAO has.
   */
  Map<UniqueKey, String> suffixes(List<UniqueKey> keys) {
    Identifiers free = new Identifiers(Set.of("Id", "AllById"));
    Map<UniqueKey, String> suffixes = new LinkedHashMap<>();
    for (UniqueKey key : keys) {
      String name =
          key.columns().stream()
              .map(column -> Identifiers.type(column.component().path()))
              .collect(Collectors.joining("And"));
      suffixes.put(key, free.claim(name));
    }
    return suffixes;
  }

  /**
   * Names of parameters for components of different records: {@code city}, or {@code addressCity}
   * where two are alike.
   */
  static List<String> parameters(List<Component> components) {
    List<String> simple = components.stream().map(Component::name).toList();
    boolean distinct = Set.copyOf(simple).size() == simple.size();
    Identifiers free = new Identifiers(Set.of("to")); // what lambdas call the binder
    return components.stream()
        .map(c -> distinct ? c.name() : Identifiers.variable(Identifiers.type(c.path())))
        .map(free::claim)
        .toList();
  }

  private ClassName generated(String suffix) {
    return ClassName.get(model.record().packageName(), model.record().flatName() + suffix);
  }
}
