package dev.dbrazor.features.dao;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.CursorClosedException;
import dev.dbrazor.Database;
import dev.dbrazor.MappingException;
import dev.dbrazor.NoResultException;
import dev.dbrazor.NonUniqueResultException;
import dev.dbrazor.NotNullException;
import dev.dbrazor.ReadOnlyDatabaseException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements of every kind, run on a file. */
class ReportsTest {
  private static final Instant NOON = Instant.parse("2024-05-01T12:00:00Z");
  private static final Color RED = new Color(255, 0, 1);
  private static final UUID ZONE = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");

  @TempDir Path folder;

  private Database db;
  private CustomerDao customers;
  private Reports reports;
  private Customer ada;
  private Customer bob;
  private Customer cyd;

  @BeforeEach
  void open() {
    db = Database.open(folder.resolve("shop.db"));
    customers = new CustomerDao(db);
    reports = new ReportsImpl(db);
    ada = customers.insert(customer("Ada", 30, "Oslo", "10.50", "ace"));
    bob = customers.insert(customer("Bob", 40, "Rome", "20.00", null));
    cyd = customers.insert(customer("Cyd", 50, "Oslo", "-3.25", null));
  }

  @AfterEach
  void close() {
    db.close();
  }

  private static Customer customer(
      String name, int age, String city, String balance, @Nullable String nickname) {
    return new Customer(
        null,
        name,
        new Email(name + "@example.com"),
        age,
        nickname,
        new Address(name + " street", city, ZONE),
        new Place(age, -age),
        List.of("a", name),
        Tier.FREE,
        RED,
        new BigDecimal(balance),
        NOON.plusSeconds(age),
        age == 40 ? Optional.empty() : Optional.of(LocalDate.of(2024 - age, 1, 2)),
        age != 50,
        new byte[] {(byte) age},
        0);
  }

  @Test
  void groupsIntoRecordsByColumnName() {
    assertEquals(
        List.of(new Reports.CityCount("Oslo", 2), new Reports.CityCount("Rome", 1)),
        reports.cities(18));
    assertEquals(List.of(new Reports.CityCount("Oslo", 1)), reports.cities(41));
  }

  @Test
  void scaledParametersAreComparedAsNumbers() {
    assertEquals(1, reports.promote(Tier.GOLD, new BigDecimal("10.5")));
    assertEquals(Tier.GOLD, customers.findById(bob.id()).orElseThrow().tier());
    assertEquals(2, customers.findById(bob.id()).orElseThrow().version());
    assertThrows(MappingException.class, () -> reports.promote(Tier.GOLD, new BigDecimal("1.234")));
  }

  @Test
  void collectionsOfEveryStorageAreBoundAsOneParameter() {
    assertEquals(
        List.of("Ada", "Cyd"),
        reports.byIds(List.of(cyd.id(), ada.id(), UUID.randomUUID())).stream()
            .map(Customer::name)
            .toList());
    assertEquals(List.of(), reports.byIds(Set.of()));
    assertEquals(List.of("Ada", "Bob", "Cyd"), reports.inTiers(Set.of(Tier.FREE)));
    assertEquals(List.of("Bob"), reports.withBalances(List.of(new BigDecimal("20"))));
    assertEquals(List.of("Ada"), reports.notOfAges(List.of(40, 50)));
    assertEquals(List.of("Ada", "Bob", "Cyd"), reports.notOfAges(List.of()));
  }

  @Test
  void aHundredThousandItemsWork() {
    List<Integer> ages = Stream.iterate(31, age -> age + 1).limit(100_000).toList();
    assertEquals(List.of("Ada"), reports.notOfAges(ages));
  }

  @Test
  void starReadsTheCollectionsRecord() {
    Customer read = reports.byEmail(new Email("Ada@example.com")).orElseThrow();
    assertEquals(ada.address(), read.address());
    assertEquals(ada.home(), read.home());
    assertEquals(ada.birthday(), read.birthday());
    assertEquals("ace", read.nickname());
    assertArrayEquals(ada.photo(), read.photo());
    assertEquals(Optional.empty(), reports.byEmail(new Email("nobody")));
    long order = reports.order(cyd.id(), new BigDecimal("1"), Duration.ofSeconds(3));
    assertEquals(cyd.id(), reports.ofOrder(order).id());
  }

  @Test
  void parametersAreStoredAsTheirColumns() {
    assertEquals(3, reports.inZone(ZONE).size());
    assertEquals(List.of(), reports.inZone(UUID.randomUUID()));
    assertEquals(List.of("Bob"), reports.joined(NOON.plusSeconds(31), NOON.plusSeconds(40)));
    assertEquals(List.of("Cyd"), reports.bornBefore(LocalDate.of(1980, 1, 1)));
    assertEquals(List.of("Bob"), reports.withPhoto(new byte[] {40}));
    assertEquals(List.of("Cyd"), reports.northern("C%", 45.5));
    assertEquals(List.of("Bob"), reports.page(true, 1, 1));
  }

  @Test
  void absentParametersAreNull() {
    assertEquals(List.of("Ada", "Bob", "Cyd"), reports.maybeNicknamed(null));
    assertEquals(List.of("Ada"), reports.maybeNicknamed("ace"));
    assertEquals(List.of("Bob", "Cyd"), reports.fromAge(Optional.of(40)));
    assertEquals(List.of("Ada", "Bob", "Cyd"), reports.fromAge(Optional.empty()));
  }

  @Test
  @SuppressWarnings("NullAway")
  void nullForAParameterThatHasNoneNamesIt() {
    NotNullException error =
        assertThrows(NotNullException.class, () -> reports.byEmail((Email) null));
    assertTrue(error.getMessage().contains("email"), error::getMessage);
  }

  @Test
  void amountsKeepTheirScale() {
    assertEquals(Optional.of(new BigDecimal("27.25")), reports.total());
    assertEquals(new BigDecimal("16.75"), reports.totalAbove(30));
    assertEquals(new BigDecimal("0.00"), reports.totalAbove(90));
    reports.order(ada.id(), new BigDecimal("1.2345"), Duration.ofMillis(5));
    reports.order(ada.id(), new BigDecimal("2"), Duration.ofNanos(1));
    assertEquals(
        List.of(
            new Reports.Amounts(
                new BigDecimal("11.00"), new BigDecimal("2.0000"), Duration.ofNanos(5_000_001))),
        reports.amounts(new BigDecimal("0.5")));
  }

  @Test
  void scalarsOfTheColumnsTypeAreRead() {
    assertEquals("ace", reports.nickname(ada.id()));
    assertNull(reports.nickname(bob.id()));
    assertNull(reports.nickname(UUID.randomUUID()));
    assertEquals(Optional.of(List.of("a", "Ada")), reports.tags(ada.id()));
    assertEquals("Rome", reports.addresses().get(1).city());
    assertEquals(new Email("Cyd@example.com"), reports.emails().get(2));
    assertEquals(3, reports.count());
    assertTrue(reports.anyAbove(49));
    assertFalse(reports.anyAbove(50));
    assertFalse(reports.isEmpty());
  }

  @Test
  void oneRowIsExactlyOne() {
    assertThrows(NoResultException.class, () -> reports.ofOrder(1));
    assertThrows(NonUniqueResultException.class, () -> reports.ofTier(Tier.FREE));
  }

  @Test
  void streamsReadAsTheyGoAndCloseOnce() {
    Stream<String> names = reports.names();
    try (names) {
      assertEquals("Ada", names.iterator().next());
      customers.deleteById(cyd.id());
    }
    names.close();
    try (Stream<String> rest = reports.names()) {
      assertEquals(List.of("Ada", "Bob"), rest.toList());
    }
  }

  @Test
  void aClosedStreamIsNotRead() {
    Stream<String> names = reports.names();
    var rows = names.iterator();
    rows.next();
    names.close();
    assertThrows(CursorClosedException.class, () -> rows.forEachRemaining(name -> {}));
  }

  @Test
  void aLeftJoinGivesOptionals() {
    long id = reports.order(bob.id(), BigDecimal.ONE, Duration.ZERO);
    assertEquals(
        List.of(
            new Reports.MaybeOrder("Ada", Optional.empty()),
            new Reports.MaybeOrder("Bob", Optional.of(id)),
            new Reports.MaybeOrder("Cyd", Optional.empty())),
        reports.ordersOrNone());
  }

  @Test
  void documentsAndListsAreAssigned() {
    Address home = new Address("Via", "Milan", ZONE);
    reports.change(bob.id(), List.of("x"), home, "bobby");
    Customer changed = customers.findById(bob.id()).orElseThrow();
    assertEquals(List.of("x"), changed.tags());
    assertEquals(home, changed.address());
    assertEquals("bobby", changed.nickname());
    reports.change(bob.id(), List.of(), home, null);
    assertNull(customers.findById(bob.id()).orElseThrow().nickname());
  }

  @Test
  void convertedValuesAreStoredThroughTheirConverter() {
    assertEquals(3, reports.ofColor(RED).size());
    assertEquals(List.of("Ada", "Bob", "Cyd"), reports.ofColors(List.of(RED)));
    assertEquals(List.of(), reports.ofColor(new Color(0, 0, 0)));
    assertEquals(List.of(RED), reports.colors());
  }

  @Test
  void moreRowsThanExpectedLeaveNoChange() {
    assertThrows(NonUniqueResultException.class, () -> reports.renameOne(Tier.FREE, "same"));
    assertNull(reports.nickname(bob.id()));
    assertEquals("ace", reports.nickname(ada.id()));
  }

  @Test
  void returningGivesRecords() {
    Customer renamed = reports.rename(ada.id(), "first").orElseThrow();
    assertEquals("first", renamed.nickname());
    assertEquals(2, renamed.version());
    assertEquals(Optional.empty(), reports.rename(UUID.randomUUID(), "none"));
  }

  @Test
  void changesAreCounted() {
    assertEquals(1, reports.hire(1, null, "Eve"));
    assertEquals(1, reports.hire(1, null, "Eva"));
    assertEquals(0, reports.delete(UUID.randomUUID()));
    assertEquals(1, reports.delete(ada.id()));
    assertEquals(2, customers.count());
  }

  @Test
  void recursionFollowsAChain() {
    reports.hire(1, null, "Top");
    reports.hire(2, 1L, "Middle");
    reports.hire(3, 2L, "Low");
    assertEquals(
        List.of(
            new Reports.Link("Low", 0), new Reports.Link("Middle", 1), new Reports.Link("Top", 2)),
        reports.chain(3));
  }

  @Test
  void windowAndJsonFunctionsWork() {
    assertEquals(
        List.of(
            new Reports.Ranked("Bob", 1, null),
            new Reports.Ranked("Ada", 2, "Bob"),
            new Reports.Ranked("Cyd", 3, "Ada")),
        reports.ranking());
    assertEquals(List.of("Ada", "Bob", "Cyd", "a"), reports.allTags());
    assertEquals(Optional.of("Ada street"), reports.street("Ada"));
  }

  @Test
  void statementsJoinTheTransaction() {
    assertThrows(
        IllegalStateException.class,
        () ->
            db.transaction(
                () -> {
                  reports.hire(7, null, "Gone");
                  assertEquals(1, reports.delete(ada.id()));
                  assertEquals(2, reports.count());
                  throw new IllegalStateException();
                }));
    assertEquals(3, reports.count());
    assertEquals(List.of(), reports.chain(7));
  }

  @Test
  void readingStatementsRunOnAReaderAndWritingOnesOnTheWriter() {
    CountDownLatch writing = new CountDownLatch(1);
    CountDownLatch read = new CountDownLatch(1);
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(
            () ->
                db.transaction(
                    () -> {
                      reports.promote(Tier.GOLD, BigDecimal.ZERO);
                      writing.countDown();
                      await(read);
                    }));
    await(writing);
    // While the writer is held: a reader answers, from before the change.
    assertEquals(List.of("Ada", "Bob", "Cyd"), reports.inTiers(Set.of(Tier.FREE)));
    read.countDown();
    writer.join();
    assertEquals(List.of("Cyd"), reports.inTiers(Set.of(Tier.FREE)));
    assertThrows(
        ReadOnlyDatabaseException.class,
        () -> db.readTransaction(() -> reports.promote(Tier.FREE, BigDecimal.ZERO)));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(30, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
