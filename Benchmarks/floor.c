/* What a full synchronization of customers has to write, and nothing else: the account rows and the
   couplings of a finished one, with its tables, indexes, ids, order and pragmas, 1,000 rows a
   transaction. Prints the microseconds of the writing; reading the finished files is not counted.
   floor SALES STATE NEW-SALES NEW-STATE */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { page = 1000, most = 200 };

typedef struct {
  sqlite3 *file;
  sqlite3_stmt *read, *write;
  int columns, count;
  sqlite3_value *values[page * most];
} Table;

static void check(sqlite3 *file, int code) {
  if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE) return;
  fprintf(stderr, "floor: %s\n", sqlite3_errmsg(file));
  exit(1);
}

static long long now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000000LL + time.tv_nsec / 1000;
}

static void run(sqlite3 *file, const char *sql) { check(file, sqlite3_exec(file, sql, 0, 0, 0)); }

static sqlite3 *from;

static void open_table(Table *table, const char *path, const char *select, const char *name) {
  check(table->file, sqlite3_open(path, &table->file));
  run(table->file, "PRAGMA journal_mode = WAL; PRAGMA cache_size = -2048; PRAGMA mmap_size = 0;"
                   "PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = OFF");
  check(from, sqlite3_prepare_v2(from, select, -1, &table->read, 0));
  table->columns = sqlite3_column_count(table->read);
  char sql[2000];
  int length = snprintf(sql, sizeof sql, "INSERT INTO %s VALUES (?", name);
  for (int column = 1; column < table->columns; column++)
    length += snprintf(sql + length, sizeof sql - length, ", ?");
  snprintf(sql + length, sizeof sql - length, ")");
  check(table->file, sqlite3_prepare_v2(table->file, sql, -1, &table->write, 0));
}

static void read_page(Table *table) {
  table->count = 0;
  while (table->count < page && sqlite3_step(table->read) == SQLITE_ROW) {
    for (int column = 0; column < table->columns; column++)
      table->values[table->count * most + column] =
          sqlite3_value_dup(sqlite3_column_value(table->read, column));
    table->count++;
  }
}

static void write_page(Table *table) {
  run(table->file, "BEGIN IMMEDIATE");
  for (int row = 0; row < table->count; row++) {
    for (int column = 0; column < table->columns; column++)
      sqlite3_bind_value(table->write, column + 1, table->values[row * most + column]);
    check(table->file, sqlite3_step(table->write));
    sqlite3_reset(table->write);
  }
  run(table->file, "COMMIT");
}

static void drop_page(Table *table) {
  for (int row = 0; row < table->count; row++)
    for (int column = 0; column < table->columns; column++)
      sqlite3_value_free(table->values[row * most + column]);
}

int main(int count, char **arguments) {
  if (count != 5) return 2;
  Table *accounts = calloc(1, sizeof *accounts), *couplings = calloc(1, sizeof *couplings);
  check(from, sqlite3_open(arguments[1], &from));
  char attach[2000];
  snprintf(attach, sizeof attach, "ATTACH '%s' AS state", arguments[2]);
  run(from, attach);
  open_table(accounts, arguments[3], "SELECT * FROM account ORDER BY rowid", "account");
  open_table(couplings, arguments[4],
             "SELECT c.* FROM state.couplings c JOIN state.pairs p ON p.id = c.pair"
             " WHERE p.bc = 'Customer' ORDER BY c.pair, c.bc_id", "couplings");
  long long spent = 0, rows = 0;
  for (;;) {
    read_page(accounts);
    read_page(couplings);
    if (accounts->count == 0 && couplings->count == 0) break;
    long long start = now();
    write_page(accounts);
    write_page(couplings);
    spent += now() - start;
    rows += accounts->count;
    drop_page(accounts);
    drop_page(couplings);
  }
  sqlite3_close(accounts->file);
  printf("%lld %lld\n", spent, rows);
  return 0;
}
