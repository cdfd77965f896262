package dev.dbrazor.features.vectors;

import dev.dbrazor.Database;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;

/**
 * A process that changes passages in every way, and searches between, also inside its transactions;
 * ends with an error when an answer is wrong.
 */
public final class Attacker {
  private final Database db;
  private final PassageDao passages;
  private final Mixture mixture;
  private final Random random;
  private final List<UUID> mine = new ArrayList<>();
  private int asked;
  private int missing;

  private Attacker(Database db, long seed) {
    this.db = db;
    this.passages = new PassageDao(db);
    this.mixture = new Mixture(Passage.DIMENSIONS, seed);
    this.random = new Random(seed);
  }

  /** Arguments: the file, a seed, and how many rounds; prints the neighbours asked and missed. */
  public static void main(String[] args) {
    try (Database db = Database.open(Path.of(args[0]))) {
      Attacker attacker = new Attacker(db, Long.parseLong(args[1]));
      for (int round = 0; round < Integer.parseInt(args[2]); round++) {
        attacker.round();
      }
      System.out.println(attacker.asked + " " + attacker.missing);
    }
  }

  private void round() {
    switch (random.nextInt(6)) {
      case 0 -> db.transaction(this::change);
      case 1 -> rolledBack();
      case 2 -> replace();
      case 3 -> db.readTransaction(this::searchTwice);
      default -> change();
    }
    search();
  }

  private void change() {
    for (Passage added : passages.insertAll(Passages.some(mixture, 5))) {
      mine.add(Objects.requireNonNull(added.id()));
    }
    passages.update(any(), Passage_.embedding.set(mixture.next()));
    if (mine.size() > 100) {
      passages.deleteById(mine.remove(random.nextInt(mine.size())));
    }
    search();
  }

  private UUID any() {
    return mine.get(random.nextInt(mine.size()));
  }

  private void rolledBack() {
    List<UUID> before = List.copyOf(mine);
    try {
      db.transaction(
          () -> {
            change();
            throw new IllegalStateException("rolled back");
          });
    } catch (IllegalStateException e) {
      mine.clear();
      mine.addAll(before);
    }
  }

  /** A new row over one with the same id, whose hidden key goes. */
  private void replace() {
    if (!mine.isEmpty()) {
      UUID id = any();
      byte[] from = vector(mixture.next());
      db.execute(
          "INSERT OR REPLACE INTO passages (id, topic, embedding) VALUES (?, 1, ?)", id, from);
    }
  }

  private static byte[] vector(float[] elements) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * elements.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(elements);
    return bytes.array();
  }

  private void searchTwice() {
    search();
    search();
  }

  /** In one snapshot, beside an exact scan of it. */
  private void search() {
    float[] query = mixture.next();
    int k = 10;
    missing += db.readTransaction(() -> Passages.missing(passages.query(), query, k));
    asked += k;
  }
}
