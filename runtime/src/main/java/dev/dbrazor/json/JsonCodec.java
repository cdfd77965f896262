package dev.dbrazor.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/**
 * Writes and reads one Java type as JSON. Implementations are stateless and shared by all threads.
 *
 * @param <T> the Java type; never null here: containers and records write and read null themselves
 */
public interface JsonCodec<T> {
  void write(JsonGenerator out, T value) throws IOException;

  /**
   * Reads the value whose first token is the parser's current one, and leaves the parser on its
   * last token.
   */
  T read(JsonParser in) throws IOException;
}
