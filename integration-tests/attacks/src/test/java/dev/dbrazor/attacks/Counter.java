package dev.dbrazor.attacks;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Id;

/** A number that many add to. */
@Collection("counters")
record Counter(@Id String id, long value) {}
