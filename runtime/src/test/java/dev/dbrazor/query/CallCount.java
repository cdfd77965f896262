package dev.dbrazor.query;

import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.pool.Session;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.TreeMap;

/** Counts what is asked of a driver's statements: each such call is a call of the engine. */
final class CallCount {
  private final Map<String, Integer> calls = new TreeMap<>();

  /** The same session, whose statements are counted. */
  Session counting(Session session) {
    return (sql, deadline) -> {
      add("prepare");
      return counting(session.prepare(sql, deadline));
    };
  }

  private DriverStatement counting(DriverStatement statement) {
    return (DriverStatement)
        Proxy.newProxyInstance(
            CallCount.class.getClassLoader(),
            new Class<?>[] {DriverStatement.class},
            (proxy, method, arguments) -> {
              add(method.getName());
              try {
                return method.invoke(statement, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private void add(String call) {
    calls.merge(call, 1, Integer::sum);
  }

  /** Sorted by name: {@code {close=1, prepare=1, step=2}}. */
  String of() {
    return calls.toString();
  }
}
