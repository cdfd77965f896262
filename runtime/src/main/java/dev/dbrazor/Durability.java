package dev.dbrazor;

/** What a returned commit means. */
public enum Durability {
  /** It survives the loss of power: each commit is flushed to the disk. */
  FULL,
  /**
   * It survives the end of the process; after the loss of power the last commits may be missing,
   * never a part of one.
   */
  RELAXED
}
