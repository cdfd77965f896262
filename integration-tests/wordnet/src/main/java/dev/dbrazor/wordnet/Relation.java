package dev.dbrazor.wordnet;

/**
 * How one synset relates to another: {@code from} "dog" has the HYPERNYM {@code to} "canine".
 * Relations of single words count for their synsets, once.
 */
public record Relation(Type type, long from, long to) {

  /** The kinds of relation; after each, its sign in the data files. */
  public enum Type {
    ANTONYM("!"),
    HYPERNYM("@"),
    INSTANCE_HYPERNYM("@i"),
    HYPONYM("~"),
    INSTANCE_HYPONYM("~i"),
    MEMBER_HOLONYM("#m"),
    SUBSTANCE_HOLONYM("#s"),
    PART_HOLONYM("#p"),
    MEMBER_MERONYM("%m"),
    SUBSTANCE_MERONYM("%s"),
    PART_MERONYM("%p"),
    ATTRIBUTE("="),
    DERIVATION("+"),
    TOPIC(";c"),
    TOPIC_MEMBER("-c"),
    REGION(";r"),
    REGION_MEMBER("-r"),
    USAGE(";u"),
    USAGE_MEMBER("-u"),
    ENTAILMENT("*"),
    CAUSE(">"),
    ALSO_SEE("^"),
    VERB_GROUP("$"),
    SIMILAR_TO("&"),
    PARTICIPLE_OF("<"),
    /** Of an adjective: the noun it pertains to; of an adverb: the adjective it comes from. */
    PERTAINS_TO("\\");

    private final String sign;

    Type(String sign) {
      this.sign = sign;
    }

    static Type of(String sign) {
      for (Type type : values()) {
        if (type.sign.equals(sign)) {
          return type;
        }
      }
      throw new IllegalArgumentException("no relation: " + sign);
    }
  }
}
