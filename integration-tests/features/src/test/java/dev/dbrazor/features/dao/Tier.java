package dev.dbrazor.features.dao;

/** An enum, stored by name. */
public enum Tier {
  FREE,
  GOLD
}
