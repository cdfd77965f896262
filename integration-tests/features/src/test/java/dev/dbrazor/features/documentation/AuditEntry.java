package dev.dbrazor.features.documentation;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.CreatedAt;
import dev.dbrazor.annotation.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened. */
@Collection
public record AuditEntry(@Id UUID id, String text, @CreatedAt @Nullable Instant at) {}
