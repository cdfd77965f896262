package dev.dbrazor.features.dao;

/** Two columns of its own. */
public record Place(double latitude, double longitude) {}
