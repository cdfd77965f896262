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
   */
  public void write(EntityModel model, EntitySql sql, TypeElement originating) {
    GeneratedNames names = new GeneratedNames(model);
    Constants constants = new Constants(model);
    write(names.mapping(), new MappingWriter(model, sql, constants).type(), originating);
    write(names.dao(), new DaoWriter(model, sql, constants).type(), originating);
    write(names.paths(), new PathsWriter(model, constants).type(), originating);
    if (model.id().kind() == IdModel.Kind.COMPOSITE) {
      write(names.key(), new KeyWriter(model).type(), originating);
    }
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
