package dev.dbrazor.annotation;

/**
 * Turns values of a Java type into values that can be stored, and back.
 *
 * <p>Neither method sees or returns null: an absent value is stored as NULL without asking the
 * converter. Generated code makes an instance with the constructor without parameters and uses it
 * from all threads, so a converter keeps no changeable state. Values that are equal should be
 * stored as equal values, since conditions compare what is stored.
 *
 * <pre>{@code
 * public final class UriConverter implements Converter<URI, String> {
 *   @Override
 *   public String toStored(URI value) {
 *     return value.toString();
 *   }
 *
 *   @Override
 *   public URI fromStored(String stored) {
 *     return URI.create(stored);
 *   }
 * }
 * }</pre>
 *
 * @param <V> type of the component
 * @param <S> type that is stored: one that a component may have without a converter
 */
public interface Converter<V, S> {

  /** Returns what to store for a value. */
  S toStored(V value);

  /** Returns the value for what was stored. */
  V fromStored(S stored);
}
