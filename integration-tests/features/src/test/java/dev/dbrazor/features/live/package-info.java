/** Live queries: what is delivered, when, and what cannot disturb it. */
@NullMarked
package dev.dbrazor.features.live;

import org.jspecify.annotations.NullMarked;
