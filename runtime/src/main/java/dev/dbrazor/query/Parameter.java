package dev.dbrazor.query;

import dev.dbrazor.DbRazorException;
import dev.dbrazor.mapping.Binder;
import java.util.List;

/** One or more parameters beside each other; immutable. */
interface Parameter {
  /** What they stand for, for messages. */
  List<String> names();

  /** Binds them from 1 on. */
  void bind(Binder to);

  /** The error to throw for one of the statement's, which may come from what is bound here. */
  default DbRazorException explain(DbRazorException error) {
    return error;
  }
}
