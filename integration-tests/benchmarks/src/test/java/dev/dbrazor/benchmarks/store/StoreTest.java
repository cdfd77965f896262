package dev.dbrazor.benchmarks.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every peer does what is measured, and does it right. */
class StoreTest {
  private static final int ROWS = 1000;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void insertsWhatIsGiven(Peer peer) throws Exception {
    List<Person> people = People.first(ROWS);
    try (Store store = open(peer, 0)) {
      store.insertAll(people);
      new StoreCheck(store, people).scan();
    }
  }

  @ParameterizedTest
  @EnumSource
  void readsWhatIsThere(Peer peer) throws Exception {
    try (Store store = open(peer, ROWS)) {
      new StoreCheck(store, People.first(ROWS)).reads();
    }
  }

  @ParameterizedTest
  @EnumSource
  void changesWhatIsGivenAndNothingElse(Peer peer) throws Exception {
    try (Store store = open(peer, ROWS)) {
      new StoreCheck(store, People.first(ROWS)).changes();
    }
  }

  private Store open(Peer peer, int rows) throws Exception {
    assumeTrue(peer.runsHere(), "needs a newer Java");
    return peer.open(DataFile.copyTo(folder, rows));
  }
}
