/** Where test databases live, and how tests start other processes and compilations. */
@NullMarked
package dev.dbrazor.features.storage;

import org.jspecify.annotations.NullMarked;
