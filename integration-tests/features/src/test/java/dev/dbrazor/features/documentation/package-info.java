/** The code of the API page, compiled and run. */
@NullMarked
package dev.dbrazor.features.documentation;

import org.jspecify.annotations.NullMarked;
