package dev.dbrazor;

/**
 * How a registered collection stands.
 *
 * @param stored the version its rows are in
 * @param declared the program's version
 */
public record MigrationStatus(String collection, int stored, int declared) {
  /** Whether it waits for {@link Migrations#apply}, and refuses writes until then. */
  public boolean pending() {
    return stored != declared;
  }
}
