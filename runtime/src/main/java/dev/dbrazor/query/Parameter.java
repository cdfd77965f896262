package dev.dbrazor.query;

import dev.dbrazor.mapping.Binder;
import java.util.List;

/** One or more parameters beside each other; immutable. */
interface Parameter {
  /** What they stand for, for messages. */
  List<String> names();

  /** Binds them from 1 on. */
  void bind(Binder to);
}
