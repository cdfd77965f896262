package dev.dbrazor.processor.dao.sql;

/** A result column: its name and what is known about its values. */
public record NamedFact(String name, Fact fact) {}
