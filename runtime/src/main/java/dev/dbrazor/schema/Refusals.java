package dev.dbrazor.schema;

import dev.dbrazor.DbRazorException;
import dev.dbrazor.ErrorCode;
import dev.dbrazor.ErrorDetails;
import dev.dbrazor.MigrationException;
import dev.dbrazor.ReadOnlyDatabaseException;
import dev.dbrazor.SchemaDowngradeException;
import dev.dbrazor.mapping.SchemaVersion;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Why a program may not work with a collection as it stands in the file. */
final class Refusals {
  private Refusals() {}

  /** The error to throw; null when the collection is as it should be, or can be brought there. */
  static @Nullable DbRazorException of(
      Blueprint blueprint, Situation situation, boolean readOnly, Path file) {
    DbRazorException refusal = readOnly ? whereNothingIsWritten(blueprint, situation) : null;
    return refusal != null ? refusal : anywhere(blueprint, situation, file);
  }

  private static @Nullable DbRazorException whereNothingIsWritten(
      Blueprint blueprint, Situation situation) {
    String name = blueprint.name();
    SchemaVersion from = situation.from();
    if (situation.kind() == Situation.Kind.ABSENT) {
      return new ReadOnlyDatabaseException(
          "table " + name + " does not exist, and the database was opened read-only");
    }
    if (situation.kind() == Situation.Kind.OUTDATED && from != null) {
      return new ReadOnlyDatabaseException(
          "table "
              + name
              + " is in version "
              + from.table().version()
              + ", the program in version "
              + blueprint.table().version()
              + ", and the database was opened read-only; open it once for writing");
    }
    return null;
  }

  private static @Nullable DbRazorException anywhere(
      Blueprint blueprint, Situation situation, Path file) {
    String name = blueprint.name();
    SchemaVersion from = situation.from();
    int version = blueprint.table().version();
    String lines = "\n  " + String.join("\n  ", situation.differences());
    return switch (situation.kind()) {
      case NEWER ->
          new SchemaDowngradeException(
              ErrorDetails.of(
                      ErrorCode.SCHEMA_DOWNGRADE,
                      "Collection '%s' in %s is in version %d, the program only knows version %d; use the newer program, or a backup from before. The file was left alone"
                          .formatted(
                              name, file, from == null ? 0 : from.table().version(), version))
                  .withCollection(name),
              null);
      case DRIFTED ->
          error(
              name,
              ("table %s in %s is not what the program was compiled for:%s\nPut back what was"
                      + " changed by hand, or restore a backup; the file was left alone")
                  .formatted(name, file, lines));
      case UNDECLARED ->
          error(
              name,
              ("The record of collection '%s' has changed, but its version is still %d, and table"
                      + " %s in %s is as it was:%s\nRaise it to @Collection(version = %d); the file"
                      + " was left alone")
                  .formatted(name, version, name, file, lines, version + 1));
      default -> null;
    };
  }

  private static MigrationException error(String collection, String message) {
    return new MigrationException(
        ErrorDetails.of(ErrorCode.MIGRATION, message).withCollection(collection), null);
  }
}
