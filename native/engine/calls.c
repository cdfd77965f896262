/* For callers that do not know C's variable arguments. */
#include "sqlite3.h"

int dbrazor_db_config(sqlite3 *connection, int option, int value) {
  return sqlite3_db_config(connection, option, value, (int *)0);
}
