/** Live queries: which commits may change which results, and who is told; no part of the API. */
@NullMarked
package dev.dbrazor.live;

import org.jspecify.annotations.NullMarked;
