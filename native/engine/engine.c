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
#define DBRAZOR_LATIN1 ((sqlite3_int64)1 << 32)

/* For callers that do not know C's variable arguments. */
SQLITE_API int dbrazor_db_config(sqlite3 *connection, int option, int value) {
  return sqlite3_db_config(connection, option, value, (int *)0);
}

/* Eight bytes at a time; most texts are too short for wider ones. Answers whether all are ASCII. */
static int dbrazor_copy_bytes(char *restrict to, const char *restrict from, int length) {
  const int width = sizeof(sqlite3_uint64);
  sqlite3_uint64 word = 0, all = 0;
  if (length < width) {
    for (int i = 0; i < length; i++) {
      all |= (unsigned char)from[i];
      to[i] = from[i];
    }
    return all < 0x80;
  }
  for (int i = 0, last = length - width; i < length; i += width) {
    int at = i < last ? i : last; /* The last ones may overlap those before. */
    memcpy(&word, from + at, width);
    memcpy(to + at, &word, width);
    all |= word;
  }
  return (all & 0x8080808080808080u) == 0;
}

/*
 * Latin-1 of a text in UTF-8, which is what Java keeps of it. Answers how many bytes there are; or
 * -1, with a part of them written, where a character is none of those.
 */
static int dbrazor_copy_latin1(
    unsigned char *restrict to, const unsigned char *restrict from, int length) {
  int copied = 0;
  for (int i = 0; i < length; i++) {
    unsigned char byte = from[i];
    if (byte >= 0x80) {
      if ((byte & 0xfe) != 0xc2 || ++i == length || (from[i] & 0xc0) != 0x80) return -1;
      byte = (unsigned char)(byte << 6 | (from[i] & 0x3f));
    }
    to[copied++] = byte;
  }
  return copied;
}

/* Answers the cell that tells where the text or BLOB was copied to; sets its length there. */
static sqlite3_int64 dbrazor_copy_value(
    char *bytes, int used, const void *from, int text, int *length) {
  char *to = bytes + used;
  if (dbrazor_copy_bytes(to, from, *length)) return used | DBRAZOR_LATIN1;
  if (text) {
    int copied = dbrazor_copy_latin1((unsigned char *)to, from, *length);
    if (copied >= 0) {
      *length = copied;
      return used | DBRAZOR_LATIN1;
    }
    memcpy(to, from, *length);
  }
  return used;
}

/* Answers whether all of the row's values, one beside the other, were copied. */
static int dbrazor_copy(
    sqlite3_value *from, int columns, sqlite3_int64 *cells, char *bytes, int room, int *used) {
  int complete = 1;
  for (int column = 0; column < columns; column++, from++) {
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
      /* No pointer: an empty BLOB; or no memory, which the driver then finds out. */
      if (length <= LONGEST && *used + length <= room && (start || storage == SQLITE_BLOB)) {
        value = dbrazor_copy_value(bytes, *used, start, storage == SQLITE_TEXT, &length);
        *used += length;
      } else {
        value = -1;
        complete = 0;
      }
    }
    cells[2 * column] = value;
    cells[2 * column + 1] = (sqlite3_int64)length << 32 | storage;
  }
  return complete;
}

/*
 * As sqlite3_step, again and again: copies the rows it leads to, until there are so many, or one is
 * not copied completely, which then is the last one. Each column of each row has two cells: its
 * value; its storage class in the lower and its length in the upper half. For a text or a BLOB the
 * value is where it begins among the bytes behind all cells, with a bit above that says whether a
 * text is in Latin-1, else it is in UTF-8; or -1 where it was left behind. There is room for so many
 * rows and bytes, both below 2^15.
 *
 * Answers the code of the last step, from bit 32 on how many bytes are used, and from bit 48 on how
 * many rows there are.
 */
SQLITE_API sqlite3_int64 dbrazor_step(
    sqlite3_stmt *statement, int columns, sqlite3_int64 *cells, int rows, int room) {
  sqlite3_int64 *row = cells;
  char *bytes = (char *)(row + 2 * columns * rows);
  int copied = 0, used = 0, complete = 1, code = SQLITE_ROW;
  /* The next row shall find as much room as all before it. */
  while (complete && copied < rows && used <= room / 2) {
    code = sqlite3_step(statement);
    if (code != SQLITE_ROW) break;
    complete = dbrazor_copy(sqlite3_column_value(statement, 0), columns, row, bytes, room, &used);
    row += 2 * columns;
    copied++;
  }
  return (sqlite3_int64)copied << 48 | (sqlite3_int64)used << 32 | code;
}
