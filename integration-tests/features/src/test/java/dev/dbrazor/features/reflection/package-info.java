/** What the compiled classes may not call. */
@NullMarked
package dev.dbrazor.features.reflection;

import org.jspecify.annotations.NullMarked;
