package dev.dbrazor.processor.dao.read;

import dev.dbrazor.processor.dao.model.DaoModel;
import dev.dbrazor.processor.dao.model.MethodModel;
import dev.dbrazor.processor.model.EntityModel;
import dev.dbrazor.processor.model.TypeName;
import dev.dbrazor.processor.read.Signatures;
import dev.dbrazor.processor.report.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Turns an interface marked {@code @Dao} into its model, or tells all that is wrong with it. */
public final class DaoReader {
  private static final String PACKAGE = "dev.dbrazor.annotation.";

  private final QueryContext context;
  private final Consumer<Finding> findings;

  public DaoReader(QueryContext context, Consumer<Finding> findings) {
    this.context = context;
    this.findings = findings;
  }

  /** Whether a type in the interface does not exist, or not yet. */
  public static boolean isWaiting(TypeElement type) {
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .anyMatch(
            method ->
                Types.isMissing(method.getReturnType())
                    || method.getParameters().stream()
                        .anyMatch(each -> Types.isMissing(each.asType())));
  }

  /** The SQL of all statements, so that the collections they name can be found. */
  public List<String> statements(TypeElement type) {
    return methods(type).stream().flatMap(method -> sql(method).stream()).toList();
  }

  /** The model of a valid interface; empty when something was found. */
  public Optional<DaoModel> read(TypeElement type) {
    if (!isUsable(type)) {
      return Optional.empty();
    }
    List<MethodModel> read = new ArrayList<>();
    List<ExecutableElement> methods = methods(type);
    for (ExecutableElement method : methods) {
      boolean isAbstract = method.getModifiers().contains(Modifier.ABSTRACT);
      method(type, method, isAbstract).ifPresent(read::add);
    }
    return read.size() == methods.size() ? Optional.of(model(type, read)) : Optional.empty();
  }

  private DaoModel model(TypeElement type, List<MethodModel> methods) {
    Set<String> tables = new TreeSet<>();
    methods.forEach(
        each -> {
          tables.addAll(each.statement().reads());
          tables.addAll(each.statement().changes());
        });
    String packageName = context.elements().getPackageOf(type).getQualifiedName().toString();
    List<TypeName> collections =
        tables.stream()
            .flatMap(table -> context.schema().collection(table).stream())
            .filter(each -> each.isPublic() || each.record().packageName().equals(packageName))
            .map(EntityModel::record)
            .toList();
    return new DaoModel(Types.name(type.asType()), Signatures.isPublic(type), methods, collections);
  }

  private boolean isUsable(TypeElement type) {
    if (type.getKind() != ElementKind.INTERFACE) {
      findings.accept(
          Finding.error(
              "DaoNotInterface",
              "@Dao is for interfaces, but %s is none; make it one".formatted(type.getSimpleName()),
              type));
      return false;
    }
    if (!type.getTypeParameters().isEmpty()) {
      findings.accept(
          Finding.error(
              "DaoGeneric",
              "%s is generic; its statements are about certain types, so name them"
                  .formatted(type.getSimpleName()),
              type));
      return false;
    }
    for (Element e = type; e instanceof TypeElement; e = e.getEnclosingElement()) {
      if (e.getModifiers().contains(Modifier.PRIVATE)) {
        findings.accept(
            Finding.error(
                "DaoPrivate",
                "%s is private, so %sImpl cannot implement %s; make it visible in its package"
                    .formatted(e.getSimpleName(), type.getSimpleName(), type.getSimpleName()),
                type));
        return false;
      }
    }
    return true;
  }

  private Optional<MethodModel> method(
      TypeElement type, ExecutableElement method, boolean isAbstract) {
    boolean here = method.getEnclosingElement().equals(type);
    AnnotationMirror mark = annotation(method, "Query");
    AnnotationValue value = mark == null ? null : value(mark);
    QueryReport report =
        here
            ? new QueryReport(method, mark, value, findings)
            : new QueryReport(type, null, null, findings);
    String name = method.getSimpleName().toString();
    if (mark == null) {
      report.error(
          "NoQuery",
          "%s has neither a statement nor a body; add @Query, or make it default".formatted(name));
    } else if (!isAbstract) {
      report.error(
          "QueryWithBody", "%s has both a statement and a body; remove one".formatted(name));
    } else if (!method.getTypeParameters().isEmpty()) {
      report.error(
          "GenericMethod",
          "%s is generic, but its statement returns one type; name it".formatted(name));
    }
    Optional<String> sql = sql(method);
    if (!report.isClean() || sql.isEmpty()) {
      return Optional.empty();
    }
    boolean readOnly =
        annotation(method, "ReadOnly") != null || annotation(type, "ReadOnly") != null;
    boolean allowScan = allowScan(method, report);
    return new MethodReader(context, method, report, sql.get())
        .read(type.getQualifiedName() + "." + name, readOnly, allowScan);
  }

  private boolean allowScan(ExecutableElement method, QueryReport report) {
    AnnotationMirror mark = annotation(method, "AllowScan");
    if (mark != null && text(mark).filter(String::isBlank).isPresent()) {
      report.error(
          "AllowScanReason", "@AllowScan gives no reason; say why reading all is right", method);
    }
    return mark != null;
  }

  /** Own methods as declared, then inherited ones in an order that does not depend on compilers. */
  private List<ExecutableElement> methods(TypeElement type) {
    List<ExecutableElement> methods =
        new ArrayList<>(ElementFilter.methodsIn(type.getEnclosedElements()));
    ElementFilter.methodsIn(context.elements().getAllMembers(type)).stream()
        .filter(method -> method.getEnclosingElement().getKind() == ElementKind.INTERFACE)
        .filter(method -> !methods.contains(method))
        .sorted(Comparator.comparing(method -> method.getEnclosingElement() + "." + method))
        .forEach(methods::add);
    methods.removeIf(
        method ->
            !method.getModifiers().contains(Modifier.ABSTRACT)
                && annotation(method, "Query") == null);
    return methods;
  }

  private static Optional<String> sql(ExecutableElement method) {
    AnnotationMirror mark = annotation(method, "Query");
    return mark == null ? Optional.empty() : text(mark);
  }

  private static Optional<String> text(AnnotationMirror mark) {
    AnnotationValue value = value(mark);
    return value != null && value.getValue() instanceof String text
        ? Optional.of(text)
        : Optional.empty();
  }

  private static @Nullable AnnotationValue value(AnnotationMirror mark) {
    return mark.getElementValues().values().stream().findFirst().orElse(null);
  }

  private static @Nullable AnnotationMirror annotation(Element element, String name) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      if (mirror.getAnnotationType().asElement() instanceof TypeElement type
          && type.getQualifiedName().contentEquals(PACKAGE + name)) {
        return mirror;
      }
    }
    return null;
  }
}
