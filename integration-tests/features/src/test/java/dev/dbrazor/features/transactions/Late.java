package dev.dbrazor.features.transactions;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Id;

/** A collection whose table is made late. */
@Collection("late")
record Late(@Id long id) {}
