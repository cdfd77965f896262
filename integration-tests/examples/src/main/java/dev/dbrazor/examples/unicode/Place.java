package dev.dbrazor.examples.unicode;

import dev.dbrazor.annotation.Indexed;

/**
 * Where a character stands in the code space.
 *
 * @param plane 0 for the Basic Multilingual Plane
 * @param block the block's name as Java spells it: {@code BOX_DRAWING}
 */
public record Place(int plane, @Indexed String block) {}
