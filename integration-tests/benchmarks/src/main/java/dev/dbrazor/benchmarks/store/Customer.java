package dev.dbrazor.benchmarks.store;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Id;
import java.util.List;

/** A record with two components that are stored as JSON. */
@Collection("customers")
public record Customer(@Id long id, String name, Address address, List<String> tags)
    implements CustomerView {}
