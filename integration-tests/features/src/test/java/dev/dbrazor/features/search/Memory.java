package dev.dbrazor.features.search;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.FullText;
import dev.dbrazor.annotation.Id;
import dev.dbrazor.annotation.Metric;
import dev.dbrazor.annotation.Vector;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Text and where it lies on a plane; one of the two may be missing. */
@Collection("memories")
public record Memory(
    @Id UUID id,
    String name,
    @FullText @Nullable String text,
    @Vector(dimensions = 2, metric = Metric.L2) float @Nullable [] place) {}
