package dev.dbrazor.benchmarks.start;

import dev.dbrazor.benchmarks.store.Peer;
import dev.dbrazor.benchmarks.store.Store;
import java.nio.file.Path;
import java.sql.SQLException;

/** A whole program: opens a file, reads one person, prints the name. */
public final class FirstRow {
  private FirstRow() {}

  /** Arguments: the peer's constant, the file. */
  public static void main(String[] args) throws SQLException {
    try (Store store = Peer.valueOf(args[0]).open(Path.of(args[1]))) {
      System.out.println(store.read(1).name());
    }
  }
}
