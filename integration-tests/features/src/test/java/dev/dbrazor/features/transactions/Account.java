package dev.dbrazor.features.transactions;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Id;

/** A row to change. */
@Collection("accounts")
record Account(@Id String id, long amount) {}
