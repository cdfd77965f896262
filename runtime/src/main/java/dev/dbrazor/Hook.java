package dev.dbrazor;

/** The groups of a {@link Plugin}'s hooks that are called again and again. */
public enum Hook {
  INSERT,
  UPDATE,
  DELETE,
  QUERY,
  TRANSACTION,
  /** Costs reading each row before it is changed, so a plugin has it only by saying so. */
  CHANGE,
  ERROR
}
