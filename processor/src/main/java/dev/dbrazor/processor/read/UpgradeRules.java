package dev.dbrazor.processor.read;

import dev.dbrazor.processor.model.EntityModel;
import dev.dbrazor.processor.report.Finding;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** What must be true of a record's {@code @Upgrade} and {@code @Seed} methods. */
public final class UpgradeRules {
  private final Elements elements;
  private final Consumer<Finding> findings;

  public UpgradeRules(ProcessingEnvironment env, Consumer<Finding> findings) {
    this.elements = env.getElementUtils();
    this.findings = findings;
  }

  /**
   * Reports what is wrong with the methods.
   *
   * @param known whether a version's schema is known
   * @return whether nothing was
   */
  public boolean check(EntityModel model, TypeElement record, IntPredicate known) {
    boolean fine = true;
    for (ExecutableElement method : ElementFilter.methodsIn(record.getEnclosedElements())) {
      Mark upgrade = Mark.on(method, "Upgrade", elements).orElse(null);
      if (upgrade != null) {
        fine &= upgrade(model, method, upgrade.number("to").orElse(0), known);
      }
      if (Mark.on(method, "Seed", elements).isPresent()) {
        fine &= seed(method, record);
      }
    }
    return fine;
  }

  private boolean upgrade(EntityModel model, ExecutableElement method, int to, IntPredicate known) {
    if (to < 2 || to > model.version()) {
      return error(
          method,
          "InvalidUpgrade",
          "leads to version %d, but the versions of %s after the first are 2 to %d; correct `to`, or raise @Collection(version)"
              .formatted(to, model.table(), model.version()));
    }
    String old = model.record().flatName() + "_V" + (to - 1);
    String now = model.record().flatName() + "_V" + to;
    List<String> types =
        method.getParameters().stream().map(each -> simple(each.asType())).toList();
    boolean ofRows = types.equals(List.of(old, now));
    if (!isUsable(method) || !ofRows && !types.equals(List.of("UpgradeSql"))) {
      return error(
          method,
          "InvalidUpgrade",
          "cannot be called by a migration; write static void %s(%s old, %s now), or static void %s(UpgradeSql sql), not private"
              .formatted(method.getSimpleName(), old, now, method.getSimpleName()));
    }
    if (ofRows && !(known.test(to - 1) && known.test(to))) {
      return error(
          method,
          "InvalidUpgrade",
          "needs the schema files of versions %d and %d of %s; name their folder with -Adbrazor.schema.dir"
              .formatted(to - 1, to, model.table()));
    }
    return true;
  }

  private boolean seed(ExecutableElement method, TypeElement record) {
    String type = method.getReturnType().toString();
    boolean list =
        type.startsWith("java.util.List<") && type.endsWith(record.getSimpleName() + ">");
    return isUsable(method) && list && method.getParameters().isEmpty()
        || error(
            method,
            "InvalidSeed",
            "cannot give the first records; write static List<%s> %s(), not private"
                .formatted(record.getSimpleName(), method.getSimpleName()));
  }

  private static boolean isUsable(ExecutableElement method) {
    return method.getModifiers().contains(Modifier.STATIC)
        && !method.getModifiers().contains(Modifier.PRIVATE)
        && method.getTypeParameters().isEmpty();
  }

  private static String simple(TypeMirror type) {
    String name = type.toString();
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private boolean error(ExecutableElement method, String tag, String message) {
    findings.accept(Finding.error(tag, "method " + method.getSimpleName() + " " + message, method));
    return false;
  }
}
