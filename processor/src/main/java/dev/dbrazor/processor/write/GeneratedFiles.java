package dev.dbrazor.processor.write;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.TypeSpec;
import dev.dbrazor.processor.model.EntityModel;
import dev.dbrazor.processor.model.Hints;
import dev.dbrazor.processor.model.IdModel;
import dev.dbrazor.processor.schema.HistoryModel;
import dev.dbrazor.processor.schema.SchemaFile;
import dev.dbrazor.processor.sql.EntitySql;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** All files of one collection. */
public final class GeneratedFiles {
  private final SourceFiles files;

  public GeneratedFiles(Filer filer, Elements elements) {
    files = new SourceFiles(filer, elements);
  }

  /**
   * Writes the mapping, the DAO, the paths, and the key class of a composite id; for a collection
   * with former versions its history and the views that its upgrade methods take.
   *
   * @param originating the record's element: the files are made again when it changes
   * @param deprecated whether the files must use deprecated code
   */
  public void write(
      EntityModel model,
      EntitySql sql,
      Optional<HistoryModel> history,
      TypeElement originating,
      boolean deprecated) {
    GeneratedNames names = new GeneratedNames(model);
    Constants constants = new Constants(model);
    Map<ClassName, TypeSpec.Builder> types = new LinkedHashMap<>();
    types.put(
        names.mapping(), new MappingWriter(model, sql, constants, history.isPresent()).type());
    types.put(names.dao(), new DaoWriter(model, sql, constants).type());
    types.put(names.paths(), new PathsWriter(model, constants).type());
    if (model.id().kind() == IdModel.Kind.COMPOSITE) {
      types.put(names.key(), new KeyWriter(model).type());
    }
    history.ifPresent(known -> addTo(types, model, known));
    if (deprecated) {
      types.values().forEach(type -> type.addAnnotation(SourceFile.deprecationAllowed()));
    }
    files.write(types, originating);
  }

  private static void addTo(
      Map<ClassName, TypeSpec.Builder> types, EntityModel model, HistoryModel history) {
    GeneratedNames names = new GeneratedNames(model);
    types.put(names.history(), new HistoryWriter(model, history).type());
    Set<Integer> viewed = new TreeSet<>();
    for (Hints.UpgradeMethod method : history.hints().upgrades()) {
      if (method.ofRows()) {
        viewed.add(method.to() - 1);
        viewed.add(method.to());
      }
    }
    for (int version : viewed) {
      SchemaFile file = history.version(version).orElseThrow();
      types.put(names.version(version), new VersionViewWriter(model, file).type());
    }
  }
}
