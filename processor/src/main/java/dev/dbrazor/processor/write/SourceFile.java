package dev.dbrazor.processor.write;

import com.squareup.javapoet.AnnotationSpec;
import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.JavaFile;
import com.squareup.javapoet.TypeSpec;
import dev.dbrazor.processor.model.EntityModel;
import java.util.List;
import java.util.function.Predicate;
import javax.lang.model.element.Modifier;

/** What all generated files have in common. */
final class SourceFile {
  private static final List<String> JAVA_LANG =
      List.of(
          "Boolean",
          "Byte",
          "Character",
          "Double",
          "Float",
          "Integer",
          "Long",
          "Object",
          "Override",
          "Record",
          "Short",
          "String",
          "SuppressWarnings");

  private SourceFile() {}

  static TypeSpec.Builder type(ClassName name, EntityModel model, boolean isPublic) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addAnnotation(
                AnnotationSpec.builder(RuntimeTypes.GENERATED)
                    .addMember("value", "$S", "dev.dbrazor.processor.CollectionProcessor")
                    .build())
            .addAnnotation(RuntimeTypes.NULL_MARKED);
    if (isPublic && model.isPublic()) {
      type.addModifiers(Modifier.PUBLIC);
    }
    return type.addModifiers(Modifier.FINAL);
  }

  /** What javac would say of deprecated code was said where that is used by hand. */
  static AnnotationSpec deprecationAllowed() {
    return AnnotationSpec.builder(SuppressWarnings.class)
        .addMember("value", "{$S, $S}", "deprecation", "removal")
        .build();
  }

  /**
   * Names of {@code java.lang} that a package has classes of, too.
   *
   * @param declared whether the package has a class of the name
   */
  static List<String> ambiguous(Predicate<String> declared) {
    return JAVA_LANG.stream().filter(declared).toList();
  }

  /**
   * Names of {@code java.lang} are written short.
   *
   * @param ambiguous but these
   */
  static JavaFile of(ClassName name, TypeSpec.Builder type, List<String> ambiguous) {
    ambiguous.forEach(type::alwaysQualify);
    return JavaFile.builder(name.packageName(), type.build())
        .indent("  ")
        .skipJavaLangImports(true)
        .build();
  }

  /** The file's text; JavaPoet leaves spaces at the ends of some lines. */
  static String text(JavaFile file) {
    StringBuilder text = new StringBuilder(file.toString());
    for (int end = text.indexOf(" \n"); end >= 0; end = text.indexOf(" \n", end)) {
      int start = end;
      while (start > 0 && text.charAt(start - 1) == ' ') {
        start--;
      }
      text.delete(start, end + 1);
      end = start;
    }
    return text.toString();
  }
}
