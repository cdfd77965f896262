package dev.dbrazor.processor.read;

import java.util.Set;
import javax.lang.model.element.TypeElement;

/** Where records of the class path are nullable, in case the compiler cannot see it. */
interface NullnessIndex {
  /** Positions within a component's type that are nullable, as in {@link TypeUse#position}. */
  Set<String> of(TypeElement record, String component);
}
