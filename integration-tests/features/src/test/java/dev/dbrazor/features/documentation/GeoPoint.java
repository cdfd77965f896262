package dev.dbrazor.features.documentation;

/** A place on earth, in degrees. */
public record GeoPoint(double latitude, double longitude) {}
