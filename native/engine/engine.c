/*
 * SQLite, and beside it functions for callers to whom a call costs more than it does in C. In one
 * file, so that the compiler sees through SQLite's own. The driver does without them where the
 * library is another one.
 */
#include "sqlite3.c"

/* Only in this mode may the values of columns be looked at as they are here, see
   https://www.sqlite.org/c3ref/value.html. */
#if SQLITE_THREADSAFE == 1
#error "The values of columns would have to be protected"
#endif

/* Longer texts and BLOBs are left behind, to be asked for one by one. */
#define LONGEST 1024

/* In the cell of a text's beginning. */
#define DBRAZOR_ASCII ((sqlite3_int64)1 << 32)

/* For callers that do not know C's variable arguments. */
SQLITE_API int dbrazor_db_config(sqlite3 *connection, int option, int value) {
  return sqlite3_db_config(connection, option, value, (int *)0);
}

/* Answers whether all of them are ASCII. */
static int dbrazor_copy_bytes(
    char *restrict to, const unsigned char *restrict from, int length) {
  unsigned char all = 0;
  for (int i = 0; i < length; i++) {
    all |= from[i];
    to[i] = (char)from[i];
  }
  return all < 0x80;
}

static void dbrazor_copy(sqlite3_stmt *row, int columns, sqlite3_int64 *cells, int room) {
  char *bytes = (char *)(cells + 1 + 2 * columns);
  int used = 0;
  for (int column = 0; column < columns; column++) {
    sqlite3_value *from = sqlite3_column_value(row, column);
    int storage = sqlite3_value_type(from);
    int length = 0;
    sqlite3_int64 value = 0;
    if (storage == SQLITE_INTEGER) {
      value = sqlite3_value_int64(from);
    } else if (storage == SQLITE_FLOAT) {
      double number = sqlite3_value_double(from);
      memcpy(&value, &number, sizeof value);
    } else if (storage != SQLITE_NULL) {
      const void *start =
          storage == SQLITE_TEXT ? (const void *)sqlite3_value_text(from) : sqlite3_value_blob(from);
      length = sqlite3_value_bytes(from);
      value = -1;
      /* No pointer: an empty BLOB; or no memory, which the driver then finds out. */
      if (length <= LONGEST && used + length <= room && (start || storage == SQLITE_BLOB)) {
        value = used;
        if (dbrazor_copy_bytes(bytes + used, start, length)) value |= DBRAZOR_ASCII;
        used += length;
      }
    }
    cells[1 + 2 * column] = value;
    cells[2 + 2 * column] = (sqlite3_int64)length << 32 | storage;
  }
  cells[0] = used;
}

/*
 * As sqlite3_step, and copies the row it leads to. Each column gets two cells behind the first one:
 * its value; its storage class in the lower and its length in the upper half. For a text, in UTF-8,
 * or a BLOB the value is where it begins among the bytes behind all cells, with a bit above that
 * says whether all of them are ASCII; or -1 where it was left behind. There is room for so many
 * bytes; the first cell tells how many are used.
 */
SQLITE_API int dbrazor_step(sqlite3_stmt *statement, int columns, sqlite3_int64 *cells, int room) {
  int code = sqlite3_step(statement);
  if (code == SQLITE_ROW) dbrazor_copy(statement, columns, cells, room);
  return code;
}
