/** What the test kit gives a test. */
@NullMarked
package dev.dbrazor.features.testing;

import org.jspecify.annotations.NullMarked;
