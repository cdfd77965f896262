/** Generated source: one writer a file. The only package that knows JavaPoet. */
@NullMarked
package dev.dbrazor.processor.write;

import org.jspecify.annotations.NullMarked;
