/**
 * JSON of nested components over Jackson's streaming API; part of the contract with generated code.
 */
@NullMarked
package dev.dbrazor.json;

import org.jspecify.annotations.NullMarked;
