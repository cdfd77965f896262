package dev.dbrazor.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a text component searchable by its words, best matches first.
 *
 * <p>The component is a String, of the record, an embedded or a nested one; it may be nullable. All
 * full-text components of a record share one index, SQLite's FTS5, which holds no copy of the text.
 * Triggers bring it up to date inside each transaction, also in transactions of programs that know
 * nothing of it. It is made, filled and repaired when the collection is registered.
 *
 * <pre>{@code
 * public record Article(
 *     @Id UUID id,
 *     @FullText(weight = 5, tokenizer = "porter") String title,
 *     @FullText String body) {}
 *
 * List<Match<Article>> best = articles.search(Article_.body, "sqlite in java", 10);
 * List<Match<Article>> either = articles.search("sqlite in java", 10);
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface FullText {
  /** How much a word found here counts, beside one found in another component; above 0. */
  double weight() default 1;

  /**
   * How text becomes words, for all full-text components of the record; said on one of them. Empty,
   * the default, is FTS5's own: {@code unicode61}, words in any script, where neither case nor
   * diacritics matter.
   *
   * <ul>
   *   <li>{@code unicode61 remove_diacritics 0}: å is not a; {@code 2} removes more than the
   *       default
   *   <li>{@code porter}, or {@code porter unicode61 remove_diacritics 2}: English words by their
   *       stem, so that "running" finds "run"
   *   <li>{@code trigram}: any part of a text of three characters or more
   * </ul>
   *
   * @see <a href="https://www.sqlite.org/fts5.html#tokenizers">FTS5 tokenizers</a>
   */
  String tokenizer() default "";

  /**
   * Lengths of prefixes, 1 to 999 characters, that get an index of their own, for all full-text
   * components of the record; said on one of them. Searches by prefix work without, more slowly.
   */
  int[] prefixes() default {};
}
