package dev.dbrazor.features.migrations;

import java.util.ArrayList;
import java.util.List;

/** Thirteen versions of one collection, which between them use each kind of change. */
final class Versions {
  private Versions() {}

  /** The sources, oldest first. */
  static List<String> all() {
    List<String> all = new ArrayList<>();
    all.add(version(1, "", "@Id long id, String name, @Nullable String fax, int born", ""));
    // a nullable column, and one with a default
    all.add(
        version(
            2,
            "",
            "@Id long id, String name, @Nullable String fax, int born, @Nullable String nick,"
                + " @Default(\"'free'\") String tier",
            ""));
    // renamed, dropped
    all.add(
        version(
            3,
            "@Dropped(value = \"nobody faxes\", of = \"fax\")",
            "@Id long id, @RenamedFrom(\"name\") String fullName, int born, @Nullable String nick,"
                + " @Default(\"'free'\") String tier",
            ""));
    // unique, indexed
    all.add(
        version(
            4,
            "",
            "@Id long id, @Unique String fullName, @Indexed int born, @Nullable String nick,"
                + " @Default(\"'free'\") String tier",
            ""));
    // required, with a value for old rows
    all.add(
        version(
            5,
            "",
            "@Id long id, @Unique String fullName, @Indexed int born,"
                + " @Backfill(\"substr(full_name, 1, 3)\") String nick,"
                + " @Default(\"'free'\") String tier",
            ""));
    // check, another default
    all.add(
        version(
            6,
            "",
            "@Id long id, @Unique String fullName, @Check(\"born > 1000\") int born, String nick,"
                + " @Default(\"'gold'\") String tier",
            ""));
    // another type through an expression
    all.add(
        version(
            7,
            "",
            "@Id long id, @Unique String fullName, @Backfill(\"born || '-01-01'\") String born,"
                + " String nick, String tier",
            ""));
    // a nested record, filled, with a generated column
    all.add(
        version(
            8,
            "",
            "@Id long id, @Unique String fullName, String born, String nick, String tier,"
                + " @Backfill(\"json_object('street', 'Main', 'city', full_name)\") Address"
                + " address",
            "record Address(String street, @Indexed String city) {}"));
    // changes inside it
    all.add(
        version(
            9,
            "",
            "@Id long id, @Unique String fullName, String born, String nick, String tier,"
                + " Address address",
            "@Dropped(value = \"not delivered to\", of = \"street\")\n"
                + "record Address(@RenamedFrom(\"city\") @Indexed String town,"
                + " @Backfill(\"'NO'\") String country) {}"));
    // a method for each row
    all.add(
        version(
            10,
            "@Dropped(value = \"in two parts\", of = \"fullName\")",
            "@Id long id, String first, String last, String born, String nick, String tier,"
                + " Address address",
            "record Address(@Indexed String town, String country) {}"));
    // SQL on the new table; a reference; a version component
    all.add(
        version(
            11,
            "",
            "@Id long id, String first, String last, String born, String nick, String tier,"
                + " Address address, @Nullable @References(Customer.class) Long boss,"
                + " @Version int version",
            "record Address(@Indexed String town, String country) {}"));
    // a vector, and an index of several columns
    all.add(
        version(
            12,
            "",
            "@Id long id, String first, String last, String born, String nick, String tier,"
                + " Address address, @Nullable @References(Customer.class) Long boss,"
                + " @Version int version,"
                + " @Vector(dimensions = 3, metric = Metric.COSINE) float @Nullable [] embedding",
            "record Address(@Indexed String town, String country) {}"));
    // another id
    all.add(
        version(
            13,
            "@Dropped(value = \"ids changed\", of = \"boss\")"
                + "@Dropped(value = \"models changed\", of = \"embedding\")",
            "@Id @Backfill(\"'c' || id\") String id, String first, String last, String born,"
                + " String nick, @Nullable String tier, Address address, @Version int version",
            "record Address(@Indexed String town, String country) {}"));
    return all;
  }

  /** Methods stay with the record for as long as files of the version before may come. */
  private static String methods(int number) {
    String split =
        """
          @Upgrade(to = 10)
          static void split(Customer_V9 old, Customer_V10 now) {
            now.first(old.fullName().split(" ")[0]);
            now.last(old.fullName().split(" ")[1]);
          }
        """;
    String crown =
        """
          @Upgrade(to = 11)
          static void crown(UpgradeSql sql) {
            sql.execute("UPDATE customers SET boss = (SELECT min(id) FROM customers)");
          }
        """;
    return (number >= 10 ? split : "") + (number >= 11 ? crown : "");
  }

  private static String version(int number, String marks, String components, String nested) {
    return """
    @Collection(value = "customers", version = %d) %s
    public record Customer(%s) {
    %s}
    %s
    """
        .formatted(number, marks, components, methods(number), nested);
  }
}
