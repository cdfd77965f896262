package dev.dbrazor.examples.unicode;

import dev.dbrazor.annotation.Dao;
import dev.dbrazor.annotation.Query;
import java.lang.Character.UnicodeScript;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** SQL of the program's own; the compiler prepares each statement against the tables. */
@Dao
public interface Statements {
  @Query(
      """
      WITH sizes AS (
        SELECT
          script,
          count(*) AS characters,
          count(*) FILTER (WHERE category IN (:letters)) AS letters
        FROM code_points
        GROUP BY script
      )
      SELECT script, characters, letters
      FROM sizes
      WHERE letters > 0
      ORDER BY letters DESC, script""")
  List<Alphabet> alphabets(Collection<Category> letters);

  @Query(
      """
      WITH ranked AS (
        SELECT
          script,
          row_number() OVER (PARTITION BY script ORDER BY length(name) DESC, scalar) AS place,
          name
        FROM code_points
        WHERE script IN (:scripts)
      )
      SELECT script, place, name FROM ranked WHERE place <= :places ORDER BY script, place""")
  List<LongName> longestNames(Collection<UnicodeScript> scripts, int places);

  @Query(
      """
      SELECT value AS word, count(*) AS times
      FROM code_points, json_each(code_points.words)
      GROUP BY word
      ORDER BY times DESC, word
      LIMIT :rows""")
  List<WordCount> commonestWords(int rows);

  /** Empty where no block has been laid out. */
  @Query("SELECT * FROM blocks WHERE extent_first <= :scalar AND extent ->> 'last' >= :scalar")
  Optional<Block> blockAt(int scalar);

  @Query("SELECT * FROM code_points WHERE notation IN (:notations) ORDER BY scalar")
  List<CodePoint> all(Collection<String> notations);

  @Query(
      """
      UPDATE code_points SET favourite = :favourite, version = version + 1
      WHERE notation IN (:notations) AND favourite <> :favourite""")
  int mark(boolean favourite, Collection<String> notations);

  /** A script and how many of its characters are letters. */
  record Alphabet(UnicodeScript script, long characters, long letters) {}

  /** A name and its place among the names of its script, the longest first. */
  record LongName(UnicodeScript script, int place, String name) {}

  /** How often a word occurs in names. */
  record WordCount(String word, long times) {}
}
