package dev.dbrazor.features.transactions;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Id;
import dev.dbrazor.annotation.References;

/** A row of another collection that depends on the first. */
@Collection("entries")
record Entry(@Id long id, @References(Account.class) String account, String text) {}
