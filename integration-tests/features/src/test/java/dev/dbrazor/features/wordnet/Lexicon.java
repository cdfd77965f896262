package dev.dbrazor.features.wordnet;

import dev.dbrazor.wordnet.Relation.Type;
import dev.dbrazor.wordnet.WordNet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The same data as plain lists, and the same answers by plain Java. */
final class Lexicon {
  final Map<Long, Synset> synsets = new LinkedHashMap<>();
  final List<Word> words = new ArrayList<>();
  final List<Relation> relations = new ArrayList<>();

  static Lexicon read() {
    Lexicon lexicon = new Lexicon();
    WordNet.synsets()
        .forEach(
            each -> {
              lexicon.synsets.put(
                  each.id(), new Synset(each.id(), each.partOfSpeech(), each.gloss()));
              for (int place = 0; place < each.words().size(); place++) {
                long id = lexicon.words.size() + 1;
                lexicon.words.add(new Word(id, each.id(), place, each.words().get(place)));
              }
            });
    WordNet.relations()
        .forEach(
            each ->
                lexicon.relations.add(
                    new Relation(
                        lexicon.relations.size() + 1, each.type(), each.from(), each.to())));
    return lexicon;
  }

  Map<Long, List<Long>> up(Set<Type> types) {
    return relations.stream()
        .filter(each -> types.contains(each.type()))
        .collect(
            Collectors.groupingBy(
                Relation::fromId, Collectors.mapping(Relation::toId, Collectors.toList())));
  }

  Map<Long, List<Long>> down(Set<Type> types) {
    return relations.stream()
        .filter(each -> types.contains(each.type()))
        .collect(
            Collectors.groupingBy(
                Relation::toId, Collectors.mapping(Relation::fromId, Collectors.toList())));
  }

  /** What can be reached, with the least number of steps to it, by id. */
  static Map<Long, Integer> reached(long from, Map<Long, List<Long>> steps) {
    Map<Long, Integer> depths = new TreeMap<>();
    List<Long> frontier = List.of(from);
    for (int depth = 0; !frontier.isEmpty(); depth++) {
      List<Long> next = new ArrayList<>();
      for (long id : frontier) {
        if (depths.putIfAbsent(id, depth) == null) {
          next.addAll(steps.getOrDefault(id, List.of()));
        }
      }
      frontier = next;
    }
    return depths;
  }

  /** The words of each meaning, the most usual first. */
  Map<Long, List<Word>> wordsOf() {
    return words.stream().collect(Collectors.groupingBy(Word::synsetId));
  }
}
