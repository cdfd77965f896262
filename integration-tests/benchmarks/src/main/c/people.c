/*
 * The benchmarks' work in C: statements prepared once, rows copied into structs, text into an arena.
 *
 *   people WORK FILE EMPTY WARM-UPS ITERATIONS MILLISECONDS
 *
 * FILE holds people; EMPTY is such a file without rows, which an insert copies. Prints one line an
 * iteration: the nanoseconds of one row, read, query or change. Ends with 1 when an answer is wrong.
 */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define KEYS 1000
#define AGES 100
#define AGES_COUNTED 5
#define PAGE 100
#define STRIDE 7919
#define COLUMNS "id, name, email, city, age, score, active, joined"

typedef struct {
  sqlite3_int64 id;
  char *name, *email, *city;
  int age;
  double score;
  int active;
  sqlite3_int64 joined;
} Person;

/* People and the text they hold; emptied by setting both counts to 0. */
typedef struct {
  Person *rows;
  size_t count, capacity;
  char **blocks;
  size_t block, blocks_made, used;
} People;

#define BLOCK (1 << 20)

static sqlite3 *db;
static People stored; /* what FILE holds */
static People found;  /* what was read last */
static sqlite3_stmt *statement;
static long turn;

static void fail(const char *what) {
  fprintf(stderr, "%s: %s\n", what, db ? sqlite3_errmsg(db) : "");
  exit(1);
}

static void require(int correct, const char *what) {
  if (!correct) fail(what);
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e9 + t.tv_nsec;
}

static void execute(const char *sql) {
  require(sqlite3_exec(db, sql, 0, 0, 0) == SQLITE_OK, sql);
}

static sqlite3_stmt *prepare(const char *sql) {
  sqlite3_stmt *prepared;
  require(sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &prepared, 0) == SQLITE_OK, sql);
  return prepared;
}

static void open_file(const char *file) {
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;
  require(sqlite3_open_v2(file, &db, flags, 0) == SQLITE_OK, file);
  execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -8000;"
          "PRAGMA foreign_keys = ON");
}

static void empty(People *people) {
  people->count = people->block = people->used = 0;
}

static char *text(People *into, int column) {
  const unsigned char *from = sqlite3_column_text(statement, column);
  if (!from) return 0;
  size_t bytes = sqlite3_column_bytes(statement, column) + 1;
  if (into->used + bytes > BLOCK && into->blocks_made) into->block++, into->used = 0;
  if (into->block == into->blocks_made) {
    into->blocks = realloc(into->blocks, ++into->blocks_made * sizeof *into->blocks);
    into->blocks[into->block] = malloc(BLOCK);
  }
  char *to = into->blocks[into->block] + into->used;
  into->used += bytes;
  return memcpy(to, from, bytes);
}

static void read_person(People *into) {
  if (into->count == into->capacity) {
    into->capacity = into->capacity ? 2 * into->capacity : 128;
    into->rows = realloc(into->rows, into->capacity * sizeof *into->rows);
  }
  Person *row = &into->rows[into->count++];
  row->id = sqlite3_column_int64(statement, 0);
  row->name = text(into, 1);
  row->email = text(into, 2);
  row->city = text(into, 3);
  row->age = sqlite3_column_int(statement, 4);
  row->score = sqlite3_column_double(statement, 5);
  row->active = sqlite3_column_int(statement, 6);
  row->joined = sqlite3_column_int64(statement, 7);
}

static void read_all(People *into) {
  int code;
  empty(into);
  while ((code = sqlite3_step(statement)) == SQLITE_ROW) read_person(into);
  require(code == SQLITE_DONE, "read");
  sqlite3_reset(statement);
}

static void bind_text(int parameter, const char *value) {
  if (value) sqlite3_bind_text(statement, parameter, value, -1, SQLITE_STATIC);
  else sqlite3_bind_null(statement, parameter);
}

static void bind_rest(int first, const Person *person, double score) {
  bind_text(first, person->name);
  bind_text(first + 1, person->email);
  bind_text(first + 2, person->city);
  sqlite3_bind_int(statement, first + 3, person->age);
  sqlite3_bind_double(statement, first + 4, score);
  sqlite3_bind_int(statement, first + 5, person->active);
  sqlite3_bind_int64(statement, first + 6, person->joined);
}

static void run(const char *what) {
  require(sqlite3_step(statement) == SQLITE_DONE, what);
  sqlite3_reset(statement);
}

static const Person *next(void) {
  return &stored.rows[(size_t)(++turn * STRIDE % stored.count)];
}

static void read_next(void) {
  const Person *wanted = next();
  sqlite3_bind_int64(statement, 1, wanted->id);
  read_all(&found);
  require(found.count == 1 && found.rows[0].joined == wanted->joined, "read by key");
}

/* Each work answers how many units it did. */

static long scan(void) {
  read_all(&found);
  require(found.count == stored.count, "scan");
  return found.count;
}

static long page(void) {
  size_t of_age = stored.count / AGES;
  sqlite3_bind_int(statement, 1, (int)(++turn % AGES));
  read_all(&found);
  require(found.count == (of_age < PAGE ? of_age : PAGE), "page");
  return 1;
}

static long read_each(void) {
  execute("BEGIN");
  for (int key = 0; key < KEYS; key++) read_next();
  execute("COMMIT");
  return KEYS;
}

static long read_one(void) {
  read_next();
  return 1;
}

static long update(void) {
  execute("BEGIN");
  for (int key = 0; key < KEYS; key++) {
    const Person *person = next();
    bind_rest(1, person, (double)turn);
    sqlite3_bind_int64(statement, 8, person->id);
    run("update");
    require(sqlite3_changes(db) == 1, "update");
  }
  execute("COMMIT");
  return KEYS;
}

static long upsert(void) {
  execute("BEGIN");
  for (int key = 0; key < KEYS; key++) {
    const Person *person = next();
    sqlite3_bind_int64(statement, 1, person->id);
    bind_rest(2, person, (double)turn);
    run("upsert");
    require(sqlite3_changes(db) == 1, "upsert");
  }
  execute("COMMIT");
  return KEYS;
}

static long count(void) {
  int age = (int)(++turn % AGES);
  int ages = age + AGES_COUNTED > AGES ? AGES - age : AGES_COUNTED;
  sqlite3_bind_int(statement, 1, age);
  sqlite3_bind_int(statement, 2, age + AGES_COUNTED - 1);
  require(sqlite3_step(statement) == SQLITE_ROW, "count");
  require(sqlite3_column_int64(statement, 0) == (sqlite3_int64)(stored.count / AGES * ages), "count");
  sqlite3_reset(statement);
  return 1;
}

static long insert(void) {
  execute("BEGIN");
  for (size_t row = 0; row < stored.count; row++) {
    sqlite3_bind_int64(statement, 1, stored.rows[row].id);
    bind_rest(2, &stored.rows[row], stored.rows[row].score);
    run("insert");
  }
  execute("COMMIT");
  return stored.count;
}

static const struct {
  const char *name;
  const char *sql;
  long (*run)(void);
} WORKS[] = {
    {"scan", "SELECT " COLUMNS " FROM people", scan},
    {"page", "SELECT " COLUMNS " FROM people WHERE age = ? ORDER BY joined LIMIT 100", page},
    {"read_each", "SELECT " COLUMNS " FROM people WHERE id = ?", read_each},
    {"read", "SELECT " COLUMNS " FROM people WHERE id = ?", read_one},
    {"update",
     "UPDATE people SET name = ?, email = ?, city = ?, age = ?, score = ?, active = ?, joined = ?"
     " WHERE id = ?",
     update},
    {"upsert",
     "INSERT INTO people (" COLUMNS ") VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
     " name = excluded.name, email = excluded.email, city = excluded.city, age = excluded.age,"
     " score = excluded.score, active = excluded.active, joined = excluded.joined",
     upsert},
    {"count", "SELECT count(*) FROM people WHERE age BETWEEN ? AND ?", count},
    {"insert", "INSERT INTO people (" COLUMNS ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)", insert},
};

static void close_file(void) {
  sqlite3_finalize(statement);
  require(sqlite3_close(db) == SQLITE_OK, "close");
  db = 0;
}

static void load(const char *file) {
  open_file(file);
  statement = prepare("SELECT " COLUMNS " FROM people ORDER BY id");
  read_all(&stored);
  close_file();
}

static void copy(const char *from, const char *to) {
  char buffer[4096];
  size_t bytes;
  FILE *in = fopen(from, "rb"), *out = fopen(to, "wb");
  require(in && out, to);
  while ((bytes = fread(buffer, 1, sizeof buffer, in)) > 0)
    require(fwrite(buffer, 1, bytes, out) == bytes, to);
  fclose(in);
  require(fclose(out) == 0, to);
}

/* Nanoseconds of one row, into a new file. */
static double insert_once(const char *sql, const char *empty_file) {
  char file[4096];
  snprintf(file, sizeof file, "%s.filled", empty_file);
  copy(empty_file, file);
  open_file(file);
  statement = prepare(sql);
  double start = now();
  long rows = insert();
  double time = (now() - start) / rows;
  close_file();
  remove(file);
  return time;
}

/* Nanoseconds of one unit, measured for so long. */
static double repeat(long (*work)(void), double nanoseconds) {
  long units = 0;
  double start = now(), time;
  do units += work();
  while ((time = now() - start) < nanoseconds);
  return time / units;
}

static int first_row(const char *file) {
  open_file(file);
  statement = prepare("SELECT " COLUMNS " FROM people WHERE id = ?");
  sqlite3_bind_int64(statement, 1, 1);
  read_all(&found);
  require(found.count == 1, "read by key");
  puts(found.rows[0].name);
  fflush(stdout);
  close_file();
  return 0;
}

int main(int count_of_arguments, char **arguments) {
  require(count_of_arguments == 7, "WORK FILE EMPTY WARM-UPS ITERATIONS MILLISECONDS");
  if (!strcmp(arguments[1], "start")) return first_row(arguments[2]);
  size_t work = 0, works = sizeof WORKS / sizeof *WORKS;
  while (work < works && strcmp(WORKS[work].name, arguments[1])) work++;
  require(work < works, arguments[1]);
  int warm_ups = atoi(arguments[4]), iterations = atoi(arguments[5]);
  double nanoseconds = atof(arguments[6]) * 1e6;
  int inserts = WORKS[work].run == insert;
  load(arguments[2]);
  if (!inserts) {
    open_file(arguments[2]);
    statement = prepare(WORKS[work].sql);
  }
  for (int iteration = -warm_ups; iteration < iterations; iteration++) {
    double time = inserts ? insert_once(WORKS[work].sql, arguments[3])
                          : repeat(WORKS[work].run, nanoseconds);
    if (iteration >= 0) printf("%.3f\n", time);
  }
  if (!inserts) close_file();
  return 0;
}
