package dev.dbrazor.features.wordnet;

import static dev.dbrazor.query.Expressions.count;
import static dev.dbrazor.query.Expressions.notExists;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.Database;
import dev.dbrazor.DatabaseListener;
import dev.dbrazor.SlowQuery;
import dev.dbrazor.features.wordnet.Meanings.Ambiguous;
import dev.dbrazor.features.wordnet.Meanings.Ancestor;
import dev.dbrazor.query.Page;
import dev.dbrazor.query.Pair;
import dev.dbrazor.query.WithChildren;
import dev.dbrazor.wordnet.PartOfSpeech;
import dev.dbrazor.wordnet.Relation.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On a whole real data set: each answer equals that of plain Java over the same data. */
class WordNetTest {
  private static final Set<Type> UP = Set.of(Type.HYPERNYM);
  private static final Set<Type> UP_OR_INSTANCE = Set.of(Type.HYPERNYM, Type.INSTANCE_HYPERNYM);
  private static final Lexicon LEXICON = Lexicon.read();
  private static final Database DB = Database.inMemory();
  private static final SynsetDao SYNSETS = new SynsetDao(DB);
  private static final WordDao WORDS = new WordDao(DB);
  private static final RelationDao RELATIONS = new RelationDao(DB);
  private static final Meanings MEANINGS = new MeaningsImpl(DB);

  @BeforeAll
  static void load() {
    DB.transaction(
        () -> {
          SYNSETS.insertAll(LEXICON.synsets.values());
          WORDS.insertAll(LEXICON.words);
          RELATIONS.insertAll(LEXICON.relations);
        });
  }

  @AfterAll
  static void close() {
    DB.close();
  }

  private static long meaningOf(String word) {
    return WORDS
        .where(Word_.text.eq(word).and(Word_.place.eq(0)))
        .orderBy(Word_.synsetId.asc())
        .first()
        .orElseThrow()
        .synsetId();
  }

  @Test
  void allOfItComesBackAsItWas() {
    assertEquals(117_791, SYNSETS.count());
    try (Stream<Synset> stored = SYNSETS.query().orderBy(Synset_.id.asc()).stream()) {
      assertEquals(List.copyOf(LEXICON.synsets.values()), stored.toList());
    }
    assertEquals(LEXICON.relations, RELATIONS.query().orderBy(Relation_.id.asc()).toList());
    assertEquals(List.of(), DB.verify());
  }

  @Test
  void recursionClimbsToEachMoreGeneralMeaning() {
    Map<Long, List<Long>> up = LEXICON.up(UP);
    List<Long> nouns =
        LEXICON.synsets.values().stream()
            .filter(each -> each.part() == PartOfSpeech.NOUN)
            .map(Synset::id)
            .toList();
    Random random = new Random(31);
    for (int i = 0; i < 300; i++) {
      long noun = nouns.get(random.nextInt(nouns.size()));
      List<Ancestor> expected =
          Lexicon.reached(noun, up).entrySet().stream()
              .map(each -> new Ancestor(each.getKey(), each.getValue()))
              .sorted(Comparator.comparingInt(Ancestor::depth).thenComparing(Ancestor::id))
              .toList();
      assertEquals(expected, MEANINGS.ancestors(noun));
    }
    Set<Long> ofDog =
        MEANINGS.ancestors(meaningOf("dog")).stream().map(Ancestor::id).collect(Collectors.toSet());
    assertTrue(ofDog.contains(meaningOf("animal")) && ofDog.contains(meaningOf("entity")));
  }

  @Test
  void recursionDescendsToWhatAllEntitiesAre() {
    long entity = meaningOf("entity");
    int below = Lexicon.reached(entity, LEXICON.down(UP_OR_INSTANCE)).size();
    assertEquals(below, MEANINGS.below(entity));
    assertTrue(below > 80_000);
  }

  @Test
  void joinsFollowARelationFromWordToWord() {
    Word_.Alias general = Word_.as("general");
    Map<Long, List<Word>> words = LEXICON.wordsOf();
    Map<Long, List<Long>> up = LEXICON.up(UP);
    for (String text : List.of("dog", "run", "set", "bank")) {
      List<Pair<String, Long>> expected =
          LEXICON.words.stream()
              .filter(word -> word.text().equals(text))
              .flatMap(word -> up.getOrDefault(word.synsetId(), List.of()).stream())
              .flatMap(id -> words.get(id).stream())
              .map(word -> new Pair<>(word.text(), word.id()))
              .sorted(Comparator.comparing(Pair<String, Long>::left).thenComparing(Pair::right))
              .toList();
      List<Pair<String, Long>> found =
          WORDS
              .query()
              .join(Word_.synsetId, Relation_.fromId)
              .join(Relation_.toId, general.synsetId)
              .where(Word_.text.eq(text).and(Relation_.type.eq(Type.HYPERNYM)))
              .orderBy(general.text.asc(), general.id.asc())
              .select(general.text, general.id, Pair<String, Long>::new)
              .toList();
      assertEquals(expected, found, text);
      assertTrue(found.size() > 1, text);
    }
  }

  @Test
  void leftJoinFindsMeaningsWithoutAMoreGeneralOne() {
    Map<Long, List<Long>> up = LEXICON.up(UP_OR_INSTANCE);
    List<Long> expected =
        LEXICON.synsets.values().stream()
            .filter(each -> each.part() == PartOfSpeech.VERB && !up.containsKey(each.id()))
            .map(Synset::id)
            .toList();
    assertEquals(
        expected,
        SYNSETS
            .where(
                Synset_.part
                    .eq(PartOfSpeech.VERB)
                    .and(
                        notExists(
                            RELATIONS.where(
                                Relation_.fromId
                                    .eq(Synset_.id)
                                    .and(Relation_.type.in(UP_OR_INSTANCE))))))
            .orderBy(Synset_.id.asc())
            .select(Synset_.id)
            .toList());
    long withoutAny =
        SYNSETS.query().leftJoin(Synset_.id, Relation_.fromId).where(Relation_.id.isNull()).count();
    Set<Long> related =
        LEXICON.relations.stream().map(Relation::fromId).collect(Collectors.toSet());
    assertEquals(LEXICON.synsets.size() - related.size(), withoutAny);
  }

  @Test
  void groupsCountRelationsOfEachKind() {
    Map<Type, Long> expected =
        LEXICON.relations.stream()
            .collect(Collectors.groupingBy(Relation::type, Collectors.counting()));
    Map<Type, Long> found = new TreeMap<>();
    RELATIONS
        .query()
        .groupBy(Relation_.type)
        .select(Relation_.type, count(), Pair<Type, Long>::new)
        .forEach(pair -> found.put(pair.left(), pair.right()));
    assertEquals(new TreeMap<>(expected), found);
  }

  @Test
  void havingLeavesTheWordsOfManyMeanings() {
    Map<String, Long> meanings =
        LEXICON.words.stream().collect(Collectors.groupingBy(Word::text, Collectors.counting()));
    List<Pair<String, Long>> expected =
        meanings.entrySet().stream()
            .filter(each -> each.getValue() > 25)
            .map(each -> new Pair<>(each.getKey(), each.getValue()))
            .sorted(
                Comparator.comparing(Pair<String, Long>::right)
                    .reversed()
                    .thenComparing(Pair::left))
            .toList();
    assertEquals(
        expected,
        WORDS
            .query()
            .groupBy(Word_.text)
            .having(count().gt(25))
            .orderBy(count().desc(), Word_.text.asc())
            .select(Word_.text, count(), Pair<String, Long>::new)
            .toList());
    assertTrue(expected.size() > 10);
  }

  @Test
  void windowsRankWithinEachPartOfSpeech() {
    Map<Pair<PartOfSpeech, String>, Long> counts =
        LEXICON.words.stream()
            .collect(
                Collectors.groupingBy(
                    word -> new Pair<>(LEXICON.synsets.get(word.synsetId()).part(), word.text()),
                    Collectors.counting()));
    List<Ambiguous> expected =
        Stream.of(PartOfSpeech.values())
            .sorted(Comparator.comparing(PartOfSpeech::name))
            .flatMap(
                part ->
                    counts.entrySet().stream()
                        .filter(each -> each.getKey().left() == part)
                        .map(each -> new Ambiguous(part, each.getKey().right(), each.getValue()))
                        .sorted(
                            Comparator.comparingLong(Ambiguous::meanings)
                                .reversed()
                                .thenComparing(Ambiguous::text))
                        .limit(5))
            .toList();
    assertEquals(expected, MEANINGS.mostAmbiguous(5));
  }

  @Test
  void pagesVisitEachWordOnceInOrder() {
    List<Word> seen = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      Page<Word> page = WORDS.query().orderBy(Word_.text.desc()).page(10_000, cursor.orElse(null));
      seen.addAll(page.items());
      cursor = page.next();
    } while (cursor.isPresent());
    assertEquals(
        LEXICON.words.stream()
            .sorted(Comparator.comparing(Word::text).reversed().thenComparing(Word::id))
            .toList(),
        seen);
  }

  @Test
  void childrenComeByTwoStatements() {
    Logger logger = Logger.getLogger("dev.dbrazor.slow");
    logger.setUseParentHandlers(false);
    List<SlowQuery> statements = new ArrayList<>();
    DatabaseListener counting =
        new DatabaseListener() {
          @Override
          public void slowQuery(SlowQuery query) {
            statements.add(query);
          }
        };
    DB.addListener(counting);
    DB.slowQueryThreshold(Duration.ZERO);
    List<WithChildren<Synset, Word>> found;
    try {
      found =
          SYNSETS
              .where(Synset_.part.eq(PartOfSpeech.ADVERB))
              .orderBy(Synset_.id.asc())
              .with(WORDS.query().orderBy(Word_.place.asc()), Word_.synsetId)
              .toList();
    } finally {
      DB.slowQueryThreshold(null);
      DB.removeListener(counting);
      logger.setUseParentHandlers(true);
    }
    Map<Long, List<Word>> words = LEXICON.wordsOf();
    List<WithChildren<Synset, Word>> expected =
        LEXICON.synsets.values().stream()
            .filter(each -> each.part() == PartOfSpeech.ADVERB)
            .map(each -> new WithChildren<>(each, words.get(each.id())))
            .toList();
    assertEquals(expected, found);
    assertEquals(3625, found.size());
    assertEquals(2, statements.size(), statements.toString());
  }
}
