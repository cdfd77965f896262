package dev.dbrazor.features.documentation;

/** How many customers live in a city. */
public record CityCount(String city, long customers) {}
