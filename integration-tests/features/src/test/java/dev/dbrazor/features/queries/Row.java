package dev.dbrazor.features.queries;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Id;
import java.math.BigInteger;

/** Another collection, and one with a number that has no order. */
@Collection("rows")
public record Row(@Id long id, String label, BigInteger amount) {}
