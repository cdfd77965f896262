package dev.dbrazor.vectors;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Id;
import dev.dbrazor.annotation.Indexed;

/** The same bytes without a vector's log: what an insert costs by itself. */
@Collection("plain_glosses")
public record PlainGloss(@Id long id, @Indexed int bucket, byte[] embedding) {}
