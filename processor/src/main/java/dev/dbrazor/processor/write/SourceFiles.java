package dev.dbrazor.processor.write;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.JavaFile;
import com.squareup.javapoet.TypeSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Hands generated classes to the compiler. */
final class SourceFiles {
  private final Filer filer;
  private final Elements elements;

  SourceFiles(Filer filer, Elements elements) {
    this.filer = filer;
    this.elements = elements;
  }

  /**
   * Writes one file a class.
   *
   * @param types all of one package
   */
  void write(Map<ClassName, TypeSpec.Builder> types, TypeElement originating) {
    String packageName = types.keySet().iterator().next().packageName();
    List<String> ambiguous =
        SourceFile.ambiguous(
            simple -> elements.getTypeElement(qualified(packageName, simple)) != null);
    types.forEach((name, type) -> write(name, SourceFile.of(name, type, ambiguous), originating));
  }

  private void write(ClassName name, JavaFile file, TypeElement originating) {
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
