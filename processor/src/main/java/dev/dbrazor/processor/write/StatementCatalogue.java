package dev.dbrazor.processor.write;

import dev.dbrazor.processor.dao.model.StatementModel;
import dev.dbrazor.processor.schema.JsonText;
import java.io.IOException;
import java.io.Writer;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;

/**
 * Writes what the statements of a compilation do, for tools and reviews.
 *
 * <pre>
 * [
 *   {
 *     "name": "shop.Reports.adults",
 *     "sql": "SELECT count(*) FROM customers WHERE age &gt;= :minAge",
 *     "reads": ["customers"],
 *     "changes": [],
 *     "plan": ["SCAN customers"]
 *   }
 * ]
 * </pre>
 */
public final class StatementCatalogue {
  private static final String NAME = "META-INF/dbrazor/statements.json";

  private final Filer filer;

  public StatementCatalogue(Filer filer) {
    this.filer = filer;
  }

  /**
   * Writes the file, sorted by name.
   *
   * @param origins the interfaces
   */
  public void write(List<StatementModel> statements, List<TypeElement> origins) throws IOException {
    String text =
        statements.stream()
            .sorted(Comparator.comparing(StatementModel::name).thenComparing(StatementModel::sql))
            .map(StatementCatalogue::json)
            .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    try (Writer writer =
        filer
            .createResource(
                StandardLocation.CLASS_OUTPUT, "", NAME, origins.toArray(TypeElement[]::new))
            .openWriter()) {
      writer.write(text);
    }
  }

  private static String json(StatementModel statement) {
    return """
          {
            "name": %s,
            "sql": %s,
            "reads": %s,
            "changes": %s,
            "plan": %s
          }"""
        .formatted(
            JsonText.string(statement.name()),
            JsonText.string(statement.sql()),
            texts(statement.reads()),
            texts(statement.changes()),
            texts(statement.plan()))
        .indent(2)
        .stripTrailing();
  }

  private static String texts(List<String> items) {
    return items.stream().map(JsonText::string).collect(Collectors.joining(", ", "[", "]"));
  }
}
