package dev.dbrazor.schema;

import java.io.Serial;

/** Why a step cannot be done, before the file and the versions are known to the message. */
final class MigrationFailure extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  MigrationFailure(String message) {
    super(message);
  }

  MigrationFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
