package dev.dbrazor.query;

/**
 * Whether two JSON documents hold the same. Their texts may differ all the same: a partial update
 * puts a component at the end of its document, and a set has its elements in any order.
 */
@FunctionalInterface
interface DocumentEquality {
  /** True, false, or NULL when either is NULL. */
  Node of(Node left, Node right);

  /** Objects have the same entries in any order, arrays the same elements in the same order. */
  static Node ofTrees(Node left, Node right) {
    // Another order of entries has the same length, which is looked at before any parsing.
    return known(
        left,
        right,
        out -> {
          out.node(left).text(" = ").node(right);
          out.text(" OR length(").node(left).text(") = length(").node(right).text(") AND ");
          within("json_tree", "fullkey, type, atom", left, right, out);
          out.text(" AND ");
          within("json_tree", "fullkey, type, atom", right, left, out);
        });
  }

  /** Arrays have the same elements, of which no two are the same, in any order. */
  static Node ofSets(Node left, Node right) {
    return known(
        left,
        right,
        out -> {
          out.text("json_array_length(").node(left);
          out.text(") = json_array_length(").node(right).text(") AND ");
          within("json_each", "type, value", left, right, out);
        });
  }

  private static Node known(Node left, Node right, Node comparison) {
    return out ->
        out.text("iif(")
            .node(left)
            .text(" IS NULL OR ")
            .node(right)
            .text(" IS NULL, NULL, ")
            .node(comparison)
            .text(")");
  }

  private static void within(String table, String columns, Node part, Node whole, SqlWriter out) {
    String select = "SELECT " + columns + " FROM " + table + "(";
    out.text("NOT EXISTS (").text(select).node(part);
    out.text(") EXCEPT ").text(select).node(whole).text("))");
  }
}
