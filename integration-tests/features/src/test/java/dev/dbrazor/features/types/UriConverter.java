package dev.dbrazor.features.types;

import dev.dbrazor.annotation.Converter;
import java.net.URI;

/** Stores a URI as text. */
public final class UriConverter implements Converter<URI, String> {
  @Override
  public String toStored(URI value) {
    return value.toString();
  }

  @Override
  public URI fromStored(String stored) {
    return URI.create(stored);
  }
}
