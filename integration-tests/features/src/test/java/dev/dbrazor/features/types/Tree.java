package dev.dbrazor.features.types;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Id;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** JSON of no fixed shape. */
@Collection("trees")
record Tree(
    @Id long id,
    JsonNode node,
    Optional<JsonNode> maybe,
    List<JsonNode> many,
    Map<String, JsonNode> named,
    Branch branch) {
  /** JSON of no fixed shape inside a document. */
  record Branch(String name, JsonNode node) {}
}
