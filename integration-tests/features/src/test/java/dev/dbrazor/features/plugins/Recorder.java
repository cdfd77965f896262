package dev.dbrazor.features.plugins;

import dev.dbrazor.Database;
import dev.dbrazor.Plugin;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down each hook that is called. */
class Recorder implements Plugin {
  private final String name;
  final List<String> calls = new CopyOnWriteArrayList<>();

  Recorder(String name) {
    this.name = name;
  }

  /** The calls since the last look. */
  List<String> taken() {
    List<String> taken = List.copyOf(calls);
    calls.clear();
    return taken;
  }

  private static String item(Record record) {
    return ((Item) record).name();
  }

  private static String verb(String sql) {
    return sql.substring(0, sql.indexOf(' '));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void onOpen(Database db) {
    calls.add("open");
  }

  @Override
  public void onClose(Database db) {
    calls.add("close");
  }

  @Override
  public void onCollection(String collection) {
    calls.add("collection " + collection);
  }

  @Override
  public void onDrop(String collection, boolean forGood) {
    calls.add("drop " + collection + (forGood ? " for good" : ""));
  }

  @Override
  public Record beforeInsert(String collection, Record record) throws Exception {
    calls.add("beforeInsert " + item(record));
    return record;
  }

  @Override
  public void afterInsert(String collection, Record stored) throws Exception {
    calls.add("afterInsert " + item(stored));
  }

  @Override
  public Record beforeUpdate(String collection, Record record) throws Exception {
    calls.add("beforeUpdate " + item(record));
    return record;
  }

  @Override
  public void afterUpdate(String collection, Record stored) throws Exception {
    calls.add("afterUpdate " + item(stored));
  }

  @Override
  public void beforeDelete(String collection, Object id) throws Exception {
    calls.add("beforeDelete " + id);
  }

  @Override
  public void afterDelete(String collection, Object id) throws Exception {
    calls.add("afterDelete " + id);
  }

  @Override
  public void beforeUpdateWhere(String collection, String sql) {
    calls.add("beforeUpdateWhere " + sql);
  }

  @Override
  public void afterUpdateWhere(String collection, String sql, long rows) {
    calls.add("afterUpdateWhere " + rows);
  }

  @Override
  public void beforeDeleteWhere(String collection, String sql) {
    calls.add("beforeDeleteWhere " + sql);
  }

  @Override
  public void afterDeleteWhere(String collection, String sql, long rows) {
    calls.add("afterDeleteWhere " + rows);
  }

  @Override
  public void beforeQuery(String collection, String sql) throws Exception {
    calls.add("beforeQuery " + collection + " " + verb(sql));
  }

  @Override
  public void afterQuery(String collection, String sql, long rows) throws Exception {
    calls.add("afterQuery " + collection + " " + rows);
  }

  @Override
  public void beforeTransaction() throws Exception {
    calls.add("begin");
  }

  @Override
  public void afterTransaction() throws Exception {
    calls.add("commit");
  }

  @Override
  public void onTransactionError(Throwable error) {
    calls.add("rollback " + error.getClass().getSimpleName());
  }

  @Override
  public void onError(Throwable error) throws Exception {
    calls.add("error " + error.getClass().getSimpleName());
  }
}
