package dev.dbrazor.features.documentation;

/** How good a customer is. */
public enum Tier {
  BASIC,
  GOLD
}
