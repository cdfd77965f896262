/** The contract with generated code: binding and reading records. */
@NullMarked
package dev.dbrazor.mapping;

import org.jspecify.annotations.NullMarked;
