package dev.dbrazor.processor.write;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.JavaFile;
import com.squareup.javapoet.TypeSpec;
import dev.dbrazor.processor.dao.model.DaoModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** The file of one interface of own SQL. */
public final class SqlDaoFiles {
  private final Filer filer;
  private final Elements elements;

  public SqlDaoFiles(Filer filer, Elements elements) {
    this.filer = filer;
    this.elements = elements;
  }

  /**
   * Writes the class that implements the interface.
   *
   * @param deprecated whether it must use deprecated code
   */
  public void write(DaoModel model, TypeElement originating, boolean deprecated) {
    TypeSpec.Builder type = new SqlDaoWriter(model).type();
    if (deprecated) {
      type.addAnnotation(SourceFile.deprecationAllowed());
    }
    ClassName name = JavaTypes.className(model.generated());
    JavaFile file =
        SourceFile.of(
            name,
            type,
            simple -> elements.getTypeElement(qualified(name.packageName(), simple)) != null);
    String qualified = qualified(name.packageName(), name.simpleName());
    try (Writer out = filer.createSourceFile(qualified, originating).openWriter()) {
      out.write(SourceFile.text(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String qualified(String packageName, String simpleName) {
    return packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
  }
}
