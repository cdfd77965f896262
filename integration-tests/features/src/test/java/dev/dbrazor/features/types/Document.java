package dev.dbrazor.features.types;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Id;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every scalar type inside JSON: nested, in a list, in a map, optional and nullable. */
@Collection("documents")
record Document(
    @Id long id,
    Everything body,
    List<Everything> many,
    Map<String, Everything> named,
    Optional<Everything> maybe,
    @Nullable Everything absent) {}
