package dev.dbrazor.processor.sql;

import dev.dbrazor.processor.model.Component;
import dev.dbrazor.processor.model.Component.Role;
import dev.dbrazor.processor.model.EntityModel;
import dev.dbrazor.processor.model.FullText;
import dev.dbrazor.processor.model.IdModel;
import dev.dbrazor.processor.model.IndexModel;
import dev.dbrazor.processor.model.Reference;
import dev.dbrazor.processor.model.ScalarKind;
import dev.dbrazor.processor.model.TypeName;
import dev.dbrazor.processor.model.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Models made by hand, for tests of what follows from them. */
public final class Models {
  public static final Value TEXT =
      new Value.Scalar(TypeName.of("java.lang", "String"), ScalarKind.STRING);
  public static final Value INT = new Value.Scalar(TypeName.of("", "int"), ScalarKind.INT);
  public static final Value LONG = new Value.Scalar(TypeName.of("", "long"), ScalarKind.LONG);
  public static final Value UUID =
      new Value.Scalar(TypeName.of("java.util", "UUID"), ScalarKind.UUID);
  public static final Value INSTANT =
      new Value.Scalar(TypeName.of("java.time", "Instant"), ScalarKind.INSTANT);

  private Models() {}

  /** A component under construction. */
  public static final class Part {
    private final String path;
    private final Value value;
    private final @Nullable String column;
    private boolean nullable;
    private boolean unique;
    private boolean indexed;
    private Role role = Role.PLAIN;
    private Optional<String> defaultSql = Optional.empty();
    private Optional<String> checkSql = Optional.empty();
    private Optional<Reference> reference = Optional.empty();
    private Optional<FullText> fullText = Optional.empty();

    private Part(String path, Value value, @Nullable String column) {
      this.path = path;
      this.value = value;
      this.column = column;
    }

    public Part nullable() {
      nullable = true;
      return this;
    }

    public Part unique() {
      unique = true;
      return this;
    }

    public Part indexed() {
      indexed = true;
      return this;
    }

    public Part role(Role is) {
      role = is;
      return this;
    }

    public Part defaultSql(String sql) {
      defaultSql = Optional.of(sql);
      return this;
    }

    public Part checkSql(String sql) {
      checkSql = Optional.of(sql);
      return this;
    }

    public Part references(Reference to) {
      reference = Optional.of(to);
      return this;
    }

    public Part fullText(FullText mark) {
      fullText = Optional.of(mark);
      return this;
    }

    public Component build() {
      return new Component(
          path.substring(path.lastIndexOf('.') + 1),
          path,
          Optional.ofNullable(column),
          value,
          nullable,
          false,
          unique,
          indexed,
          role,
          defaultSql,
          checkSql,
          reference,
          fullText);
    }
  }

  public static Part part(String name, Value value) {
    return new Part(name, value, name);
  }

  /** A component inside a document; {@code column} is empty when it has no generated one. */
  public static Part nested(String path, Value value, String column) {
    return new Part(path, value, column.isEmpty() ? null : column);
  }

  public static Part id(String name, Value value) {
    return part(name, value).role(Role.ID);
  }

  /** A collection with the indexes its components and {@code more} ask for. */
  public static EntityModel model(
      String table, IdModel.Kind kind, List<Part> parts, IndexModel... more) {
    List<Component> components = parts.stream().map(Part::build).toList();
    List<IndexModel> indexes = new ArrayList<>();
    for (Column column : columns(table, kind, components).all()) {
      Component component = column.component();
      if (component.unique()) {
        indexes.add(new IndexModel(List.of(column.name()), true, Optional.empty()));
      } else if (component.indexed()
          || component.reference().filter(Reference::indexed).isPresent()) {
        indexes.add(new IndexModel(List.of(column.name()), false, Optional.empty()));
      }
    }
    indexes.addAll(Arrays.asList(more));
    return entity(table, kind, components, indexes);
  }

  private static Columns columns(String table, IdModel.Kind kind, List<Component> components) {
    return Columns.of(entity(table, kind, components, List.of()));
  }

  private static EntityModel entity(
      String table, IdModel.Kind kind, List<Component> components, List<IndexModel> indexes) {
    List<Component> ids =
        components.stream().filter(component -> component.role() == Role.ID).toList();
    return new EntityModel(
        TypeName.of("shop", "Customer"),
        table,
        1,
        0,
        true,
        new IdModel(kind, ids),
        components,
        indexes,
        Optional.empty());
  }
}
