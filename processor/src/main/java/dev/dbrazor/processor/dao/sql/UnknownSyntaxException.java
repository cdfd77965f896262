package dev.dbrazor.processor.dao.sql;

import java.io.Serial;

/** A statement is written in a way that is not understood here; the engine may well do. */
final class UnknownSyntaxException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  UnknownSyntaxException(String message) {
    super(message);
  }
}
