package dev.dbrazor.features.dao;

/** Stored through {@link HexColor}. */
public record Color(int red, int green, int blue) {}
