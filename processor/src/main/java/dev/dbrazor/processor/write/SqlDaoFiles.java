package dev.dbrazor.processor.write;

import com.squareup.javapoet.TypeSpec;
import dev.dbrazor.processor.dao.model.DaoModel;
import java.util.Map;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** The file of one interface of own SQL. */
public final class SqlDaoFiles {
  private final SourceFiles files;

  public SqlDaoFiles(Filer filer, Elements elements) {
    files = new SourceFiles(filer, elements);
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
    files.write(Map.of(JavaTypes.className(model.generated()), type), originating);
  }
}
