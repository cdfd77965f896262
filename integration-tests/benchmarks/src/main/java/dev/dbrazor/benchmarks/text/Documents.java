package dev.dbrazor.benchmarks.text;

import dev.dbrazor.Database;
import dev.dbrazor.wordnet.Synset;
import dev.dbrazor.wordnet.WordNet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file of documents, each made of the definitions of some synsets of WordNet. */
final class Documents {
  private static final int BATCH = 5_000;
  private static final int GLOSSES = 8;

  private Documents() {}

  static void write(Path file, int count) {
    List<Synset> synsets = WordNet.synsets().toList();
    try (Database db = Database.open(file)) {
      DocumentDao documents = new DocumentDao(db);
      List<Document> batch = new ArrayList<>(BATCH);
      for (int i = 0; i < count; i++) {
        batch.add(document(synsets, i));
        if (batch.size() == BATCH || i == count - 1) {
          documents.insertAll(batch);
          batch.clear();
        }
      }
      db.execute("INSERT INTO \"documents$text\" (\"documents$text\") VALUES ('optimize')");
    }
  }

  private static Document document(List<Synset> synsets, int number) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < GLOSSES; i++) {
      // 7,919 is prime: neighbours in WordNet come into different documents.
      int at = (int) ((number * (long) GLOSSES + i) * 7_919 % synsets.size());
      text.append(synsets.get(at).gloss()).append(". ");
    }
    String title = synsets.get(number % synsets.size()).words().get(0);
    return new Document(number + 1L, title, text.toString());
  }
}
