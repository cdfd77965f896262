package dev.dbrazor.processor.write;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.JavaFile;
import com.squareup.javapoet.TypeSpec;
import dev.dbrazor.processor.model.EntityModel;
import dev.dbrazor.processor.model.IdModel;
import dev.dbrazor.processor.sql.EntitySql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** All files of one collection. */
public final class GeneratedFiles {
  private final Filer filer;
  private final Elements elements;

  public GeneratedFiles(Filer filer, Elements elements) {
    this.filer = filer;
    this.elements = elements;
  }

  /**
   * Writes the mapping, the DAO, the paths, and the key class of a composite id.
   *
   * @param originating the record's element: the files are made again when it changes
   * @param deprecated whether the files must use deprecated code
   */
  public void write(EntityModel model, EntitySql sql, TypeElement originating, boolean deprecated) {
    GeneratedNames names = new GeneratedNames(model);
    Constants constants = new Constants(model);
    Map<ClassName, TypeSpec.Builder> types = new LinkedHashMap<>();
    types.put(names.mapping(), new MappingWriter(model, sql, constants).type());
    types.put(names.dao(), new DaoWriter(model, sql, constants).type());
    types.put(names.paths(), new PathsWriter(model, constants).type());
    if (model.id().kind() == IdModel.Kind.COMPOSITE) {
      types.put(names.key(), new KeyWriter(model).type());
    }
    if (deprecated) {
      types.values().forEach(type -> type.addAnnotation(SourceFile.deprecationAllowed()));
    }
    types.forEach((name, type) -> write(name, type, originating));
  }

  private void write(ClassName name, TypeSpec.Builder type, TypeElement originating) {
    JavaFile file = SourceFile.of(name, type, simple -> isDeclared(name.packageName(), simple));
    String qualified = qualified(name.packageName(), name.simpleName());
    try (Writer out = filer.createSourceFile(qualified, originating).openWriter()) {
      out.write(file.toString().replaceAll(" +\n", "\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isDeclared(String packageName, String simpleName) {
    return elements.getTypeElement(qualified(packageName, simpleName)) != null;
  }

  private static String qualified(String packageName, String simpleName) {
    return packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
  }
}
