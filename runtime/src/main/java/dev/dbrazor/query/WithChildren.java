package dev.dbrazor.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A record and those that belong to it.
 *
 * @param children unmodifiable; empty when there are none
 */
public record WithChildren<P, C>(P parent, List<C> children) {
  public WithChildren {
    // A child may be a value that is NULL.
    children = Collections.unmodifiableList(new ArrayList<>(children));
  }
}
