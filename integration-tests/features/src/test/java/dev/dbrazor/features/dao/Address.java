package dev.dbrazor.features.dao;

import dev.dbrazor.annotation.Indexed;
import java.util.UUID;

/** A JSON document; inside it a UUID is text. */
public record Address(String street, @Indexed String city, @Indexed UUID zone) {}
