package dev.dbrazor.wordnet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.wordnet.Relation.Type;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WordNetTest {

  @Test
  void everySynsetIsReadInOrderOfItsId() {
    List<Long> ids = WordNet.synsets().map(Synset::id).toList();
    assertEquals(117_791, ids.size());
    assertEquals(ids.stream().sorted().distinct().toList(), ids);
  }

  @Test
  void synsetsCountByPartOfSpeech() {
    assertEquals(
        "{NOUN=82192, VERB=13789, ADJECTIVE=18185, ADVERB=3625}",
        WordNet.synsets()
            .collect(
                Collectors.groupingBy(
                    Synset::partOfSpeech,
                    () -> new EnumMap<>(PartOfSpeech.class),
                    Collectors.counting()))
            .toString());
  }

  @Test
  void dogIsADomesticAnimal() {
    Synset dog = find("dog");
    assertEquals(List.of("dog", "domestic dog", "Canis familiaris"), dog.words());
    assertTrue(dog.gloss().startsWith("a member of the genus Canis"), dog.gloss());
    Set<Long> hypernyms =
        WordNet.relations()
            .filter(r -> r.type() == Type.HYPERNYM && r.from() == dog.id())
            .map(Relation::to)
            .collect(Collectors.toSet());
    assertTrue(hypernyms.contains(find("domestic animal").id()), hypernyms::toString);
  }

  @Test
  void everyRelationIsBetweenSynsetsAndComesOnce() {
    Set<Long> ids = WordNet.synsets().map(Synset::id).collect(Collectors.toSet());
    List<Relation> relations = WordNet.relations().toList();
    assertEquals(List.of(), relations.stream().filter(r -> !ids.contains(r.to())).toList());
    assertEquals(relations.size(), Set.copyOf(relations).size());
    assertEquals(89_172, relations.stream().filter(r -> r.type() == Type.HYPONYM).count());
  }

  @Test
  void theMarkOfAnAdjectivesPositionIsNoPartOfTheWord() {
    Synset handy = find("handy");
    assertEquals(PartOfSpeech.ADJECTIVE, handy.partOfSpeech());
    assertTrue(
        WordNet.synsets().flatMap(s -> s.words().stream()).anyMatch("ready to hand"::equals));
    assertEquals(
        0, WordNet.synsets().flatMap(s -> s.words().stream()).filter(w -> w.endsWith(")")).count());
  }

  @Test
  void aClosedStreamMayBeLeftEarly() {
    try (var synsets = WordNet.synsets()) {
      assertEquals("entity", synsets.findFirst().orElseThrow().words().get(0));
    }
  }

  private static Synset find(String firstWord) {
    return WordNet.synsets()
        .filter(s -> s.words().get(0).equals(firstWord))
        .findFirst()
        .orElseThrow();
  }
}
