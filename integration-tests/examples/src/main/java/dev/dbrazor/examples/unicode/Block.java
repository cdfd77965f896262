package dev.dbrazor.examples.unicode;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Id;

/**
 * A named part of the code space, which characters point to.
 *
 * @param name as Java spells it: {@code BOX_DRAWING}
 * @param plane 0 for the Basic Multilingual Plane
 */
@Collection("blocks")
public record Block(@Id String name, int plane, Extent extent) {}
