package dev.dbrazor.pool;

/** Is told how far a backup is. */
@FunctionalInterface
public interface BackupListener {
  void progress(long written, long expected);
}
