package dev.dbrazor.wordnet;

import java.util.List;

/**
 * Words of one meaning.
 *
 * @param id unique among all parts of speech: 100001740 is the noun "entity"; files, then offsets,
 *     ascend
 * @param words as written, with spaces; the most usual first, never empty
 * @param gloss the definition, followed by examples in quotes
 */
public record Synset(long id, PartOfSpeech partOfSpeech, List<String> words, String gloss) {}
