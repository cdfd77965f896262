package dev.dbrazor.features.types;

/** A record of one component: stored as that component. */
record Celsius(double degrees) {}
