/** Events for JDK Flight Recorder; the only package that knows it. No part of the API. */
@NullMarked
package dev.dbrazor.flight;

import org.jspecify.annotations.NullMarked;
