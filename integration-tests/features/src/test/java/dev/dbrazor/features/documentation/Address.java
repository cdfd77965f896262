package dev.dbrazor.features.documentation;

import dev.dbrazor.annotation.Indexed;
import org.jspecify.annotations.Nullable;

/** The nested record of the API page. */
public record Address(String street, @Indexed String city, @Nullable GeoPoint location) {}
