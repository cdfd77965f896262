package dev.dbrazor.annotation;

/** What happens to rows that point to a row which is deleted or whose key changes. */
public enum ForeignKeyAction {
  /** They follow: they are deleted too, or take the new key. */
  CASCADE,

  /** The delete or change is refused at once, even where the constraint itself is deferred. */
  RESTRICT,

  /** They point to nothing afterwards; the component must be nullable. */
  SET_NULL,

  /** Nothing is done to them, so the delete or change is refused as long as they exist. */
  NO_ACTION
}
