package dev.dbrazor.json;

/**
 * Turns the keys of a map into the names of a JSON object and back. Stateless and shared by all
 * threads.
 *
 * @param <K> the key's type; keys are never null
 */
public interface KeyCodec<K> {
  /** The name; equal keys have equal names. */
  String text(K key);

  /** The key of a name; a {@code MappingException} for one that {@link #text} does not make. */
  K key(String text);
}
