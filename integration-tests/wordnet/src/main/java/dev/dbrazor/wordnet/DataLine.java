package dev.dbrazor.wordnet;

import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import java.util.stream.Stream;

/**
 * One line of a data file, after the manual page wndb(5WN): {@code offset file type words (word
 * lexid)… pointers (sign offset part source/target)… [frames] | gloss}.
 */
record DataLine(PartOfSpeech part, String text) {

  private static final int HEXADECIMAL = 16;

  Synset synset() {
    StringTokenizer tokens = new StringTokenizer(text, " ");
    long id = part.id(tokens.nextToken());
    List<String> words = words(tokens);
    return new Synset(id, part, words, text.substring(text.indexOf('|') + 1).strip());
  }

  Stream<Relation> relations() {
    StringTokenizer tokens = new StringTokenizer(text, " ");
    long from = part.id(tokens.nextToken());
    words(tokens);
    int count = Integer.parseInt(tokens.nextToken());
    List<Relation> relations = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Relation.Type type = Relation.Type.of(tokens.nextToken());
      String offset = tokens.nextToken();
      long to = PartOfSpeech.of(tokens.nextToken().charAt(0)).id(offset);
      tokens.nextToken();
      relations.add(new Relation(type, from, to));
    }
    return relations.stream().distinct();
  }

  private static List<String> words(StringTokenizer tokens) {
    tokens.nextToken();
    tokens.nextToken();
    int count = Integer.parseInt(tokens.nextToken(), HEXADECIMAL);
    List<String> words = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      words.add(word(tokens.nextToken()));
      tokens.nextToken();
    }
    return List.copyOf(words);
  }

  /** Without the mark of where an adjective may stand: {@code ready_to_hand(p)}. */
  private static String word(String token) {
    int mark = token.endsWith(")") ? token.lastIndexOf('(') : -1;
    return (mark > 0 ? token.substring(0, mark) : token).replace('_', ' ');
  }
}
