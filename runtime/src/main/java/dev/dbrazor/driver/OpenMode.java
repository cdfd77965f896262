package dev.dbrazor.driver;

/** What opening a file may do to it. */
public enum OpenMode {
  READ_ONLY,
  READ_WRITE,
  /** Makes the file when it does not exist. */
  CREATE,
  /** As {@link #READ_WRITE}, and one more file may be attached, as {@code VACUUM INTO} does. */
  MAINTENANCE
}
