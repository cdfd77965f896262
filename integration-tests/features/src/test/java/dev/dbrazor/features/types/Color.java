package dev.dbrazor.features.types;

/** An enum whose declaration order is not its alphabetical order. */
enum Color {
  RED,
  GREEN,
  BLUE
}
