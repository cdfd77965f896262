package dev.dbrazor.processor;

import dev.dbrazor.processor.model.EntityModel;
import dev.dbrazor.processor.model.Hints;
import dev.dbrazor.processor.read.HintsReader;
import dev.dbrazor.processor.read.UpgradeRules;
import dev.dbrazor.processor.report.Finding;
import dev.dbrazor.processor.schema.HistoryModel;
import dev.dbrazor.processor.schema.SchemaFile;
import dev.dbrazor.processor.schema.SchemaModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/**
 * What a record and the schema files in the source tree say about its former versions. The files
 * are read here, for each record by itself, and once more for the comparison of all.
 */
final class Histories {
  private final ProcessingEnvironment env;
  private final SchemaOptions options;
  private final HintsReader hintsReader;

  Histories(ProcessingEnvironment env) {
    this.env = env;
    this.options = SchemaOptions.of(env.getOptions());
    this.hintsReader = new HintsReader(env);
  }

  /** Empty when there is nothing to tell at run time, or something is wrong, which is reported. */
  Optional<HistoryModel> of(EntityModel model, TypeElement record, Consumer<Finding> report) {
    Hints hints = hintsReader.read(model, record);
    List<SchemaFile> versions = new ArrayList<>(before(model));
    Optional<SchemaFile> last =
        versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
    versions.add(new SchemaModel(hintsReader::constants).of(model, hints, last));
    HistoryModel history = new HistoryModel(versions, hints);
    boolean fine =
        new UpgradeRules(env, report)
            .check(model, record, number -> history.version(number).isPresent());
    return fine && history.isNeeded() ? Optional.of(history) : Optional.empty();
  }

  /** A file that cannot be read is reported by the comparison. */
  private List<SchemaFile> before(EntityModel model) {
    try {
      return options.folder().isEmpty()
          ? List.of()
          : List.copyOf(options.folder().get().before(model.table(), model.version()).values());
    } catch (IOException unreadable) {
      return List.of();
    }
  }
}
