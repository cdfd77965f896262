package dev.dbrazor.features.wordnet;

import dev.dbrazor.annotation.AllowScan;
import dev.dbrazor.annotation.Dao;
import dev.dbrazor.annotation.Query;
import dev.dbrazor.wordnet.PartOfSpeech;
import java.util.List;

/** Own SQL over WordNet. */
@Dao
public interface Meanings {
  /** A more general meaning, so many steps up at least. */
  record Ancestor(long id, int depth) {}

  /** A word with many meanings. */
  record Ambiguous(PartOfSpeech part, String text, long meanings) {}

  @Query(
      """
      WITH RECURSIVE up (id, depth) AS (
        SELECT id, 0 FROM synsets WHERE id = :synset
        UNION
        SELECT r.to_id, up.depth + 1
        FROM up JOIN relations AS r ON r.from_id = up.id
        WHERE r.type = 'HYPERNYM'
      )
      SELECT id, min(depth) AS depth FROM up GROUP BY id ORDER BY depth, id""")
  List<Ancestor> ancestors(long synset);

  @Query(
      """
      WITH RECURSIVE down (id) AS (
        SELECT id FROM synsets WHERE id = :synset
        UNION
        SELECT r.from_id FROM down JOIN relations AS r ON r.to_id = down.id
        WHERE r.type IN ('HYPERNYM', 'INSTANCE_HYPERNYM')
      )
      SELECT count(*) FROM down""")
  long below(long synset);

  @AllowScan("it is about all words")
  @Query(
      """
      SELECT part, text, meanings
      FROM (
        SELECT s.part, w.text, count(*) AS meanings,
          row_number() OVER (PARTITION BY s.part ORDER BY count(*) DESC, w.text) AS place
        FROM words AS w JOIN synsets AS s ON s.id = w.synset_id
        GROUP BY s.part, w.text)
      WHERE place <= :most
      ORDER BY part, place""")
  List<Ambiguous> mostAmbiguous(int most);
}
