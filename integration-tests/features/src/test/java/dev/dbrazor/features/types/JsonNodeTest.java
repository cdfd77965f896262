package dev.dbrazor.features.types;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dbrazor.features.storage.EveryStorage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Jackson trees as components. */
class JsonNodeTest extends EveryStorage {
  @Test
  void treesComeBackAsTheyWent() throws JsonProcessingException {
    TreeDao dao = new TreeDao(db);
    List<JsonNode> nodes =
        List.of(
            parse("{\"a\":[1,2.5,null,true],\"\":{}}"),
            parse("[]"),
            parse("\"text\""),
            parse("12345678901234567890123"),
            parse("9007199254740993"),
            parse("false"));
    for (JsonNode node : nodes) {
      Tree tree =
          new Tree(
              0, node, Optional.of(node), nodes, Map.of("k", node), new Tree.Branch("b", node));
      Tree stored = dao.insert(tree);
      Tree expected =
          new Tree(stored.id(), node, tree.maybe(), tree.many(), tree.named(), tree.branch());
      assertEquals(expected, stored);
      assertEquals(expected, dao.findById(stored.id()).orElseThrow());
    }
  }

  @Test
  void anAbsentTreeStaysAbsent() throws JsonProcessingException {
    TreeDao dao = new TreeDao(db);
    Tree tree =
        new Tree(
            1,
            parse("{}"),
            Optional.empty(),
            List.of(),
            Map.of(),
            new Tree.Branch("b", parse("0")));
    dao.insert(tree);
    assertEquals(tree, dao.findById(1L).orElseThrow());
  }

  private static JsonNode parse(String json) throws JsonProcessingException {
    return new ObjectMapper().readTree(json);
  }
}
