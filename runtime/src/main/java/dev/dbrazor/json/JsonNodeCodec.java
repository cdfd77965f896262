package dev.dbrazor.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dbrazor.value.Text;
import dev.dbrazor.value.ValueException;
import java.io.IOException;
import java.util.Map;

/**
 * A Jackson tree as itself. Numbers read back equal in value, though perhaps as another node type:
 * the smallest that holds them. Nodes that JSON has no word for (binary, Java objects, NaN,
 * infinity) are refused.
 *
 * <p>The only class that touches databind, which is optional: only records with such a component
 * load it.
 */
// Who has such a component requires databind already.
@SuppressWarnings("exports")
public enum JsonNodeCodec implements JsonCodec<JsonNode> {
  INSTANCE;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  @Override
  public void write(JsonGenerator out, JsonNode node) throws IOException {
    switch (node.getNodeType()) {
      case OBJECT -> writeProperties(out, node);
      case ARRAY -> writeElements(out, node);
      case STRING -> writeText(out, node.textValue());
      case NUMBER -> writeNumber(out, node);
      case BOOLEAN -> out.writeBoolean(node.booleanValue());
      case NULL -> out.writeNull();
      default -> throw new ValueException("a node of type " + node.getNodeType() + " is no JSON");
    }
  }

  private void writeProperties(JsonGenerator out, JsonNode node) throws IOException {
    out.writeStartObject();
    for (Map.Entry<String, JsonNode> property : node.properties()) {
      Text.check(property.getKey());
      out.writeFieldName(property.getKey());
      write(out, property.getValue());
    }
    out.writeEndObject();
  }

  private void writeElements(JsonGenerator out, JsonNode node) throws IOException {
    out.writeStartArray();
    for (JsonNode element : node) {
      write(out, element);
    }
    out.writeEndArray();
  }

  private static void writeText(JsonGenerator out, String text) throws IOException {
    Text.check(text);
    out.writeString(text);
  }

  private static void writeNumber(JsonGenerator out, JsonNode node) throws IOException {
    if (node.isIntegralNumber()) {
      out.writeNumber(node.bigIntegerValue());
    } else if (node.isBigDecimal()) {
      out.writeNumber(node.decimalValue());
    } else if (Double.isFinite(node.doubleValue())) {
      DoubleCodec.writeDouble(out, node.doubleValue());
    } else {
      throw new ValueException(node.doubleValue() + " is no JSON number");
    }
  }

  @Override
  public JsonNode read(JsonParser in) throws IOException {
    JsonToken token = in.currentToken();
    return switch (token) {
      case START_OBJECT -> readProperties(in);
      case START_ARRAY -> readElements(in);
      case VALUE_STRING -> NODES.textNode(in.getText());
      case VALUE_NUMBER_INT -> readInteger(in);
      case VALUE_NUMBER_FLOAT -> readFraction(in);
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      default -> throw Tokens.unexpected(in, "value");
    };
  }

  private ObjectNode readProperties(JsonParser in) throws IOException {
    ObjectNode node = NODES.objectNode();
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String name = in.currentName();
      in.nextToken();
      node.set(name, read(in));
    }
    return node;
  }

  private ArrayNode readElements(JsonParser in) throws IOException {
    ArrayNode node = NODES.arrayNode();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      node.add(read(in));
    }
    return node;
  }

  private static JsonNode readInteger(JsonParser in) throws IOException {
    return switch (in.getNumberType()) {
      case INT -> NODES.numberNode(in.getIntValue());
      case LONG -> NODES.numberNode(in.getLongValue());
      default -> NODES.numberNode(in.getBigIntegerValue());
    };
  }

  /** A double where it is written with the same digits, otherwise a decimal, which loses none. */
  private static JsonNode readFraction(JsonParser in) throws IOException {
    double value = in.getDoubleValue();
    return Double.toString(value).equals(in.getText())
        ? NODES.numberNode(value)
        : DecimalNode.valueOf(in.getDecimalValue());
  }
}
