package dev.dbrazor.benchmarks.store;

/** Part of a {@link Customer}; one JSON column. */
public record Address(String street, String city, double latitude, double longitude) {}
