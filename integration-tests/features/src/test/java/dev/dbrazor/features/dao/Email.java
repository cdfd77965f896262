package dev.dbrazor.features.dao;

/** Stored as its text. */
public record Email(String value) {}
