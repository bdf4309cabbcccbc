/* What the floors share: tables that are copied from finished files into new ones, a page at a time, with
   the pragmas of mapsync; reading the finished files is not counted. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

enum { page = 1000, most = 200 };

typedef struct {
  sqlite3 *file;
  sqlite3_stmt *read, *write;
  int columns, count, capacity, ended;
  sqlite3_value **values;
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

static inline long long cpu(void) {
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000000LL + usage.ru_utime.tv_usec +
         usage.ru_stime.tv_usec;
}

static void run(sqlite3 *file, const char *sql) { check(file, sqlite3_exec(file, sql, 0, 0, 0)); }

static sqlite3 *open_file(const char *path) {
  sqlite3 *file;
  check(file, sqlite3_open(path, &file));
  run(file, "PRAGMA journal_mode = WAL; PRAGMA cache_size = -2048; PRAGMA mmap_size = 0;"
            "PRAGMA temp_store = MEMORY; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = OFF");
  return file;
}

/* The rows that a query of the finished files gives. */
static void read_from(Table *table, sqlite3 *from, const char *select) {
  check(from, sqlite3_prepare_v2(from, select, -1, &table->read, 0));
  table->columns = sqlite3_column_count(table->read);
}

/* Each is written by a statement with a parameter for each column. */
static void write_by(Table *table, sqlite3 *file, const char *sql) {
  table->file = file;
  check(file, sqlite3_prepare_v2(file, sql, -1, &table->write, 0));
}

static void write_into(Table *table, sqlite3 *file, const char *name) {
  char sql[2000];
  int length = snprintf(sql, sizeof sql, "INSERT INTO %s VALUES (?", name);
  for (int column = 1; column < table->columns; column++)
    length += snprintf(sql + length, sizeof sql - length, ", ?");
  snprintf(sql + length, sizeof sql - length, ")");
  write_by(table, file, sql);
}

static void read_rows(Table *table, int limit) {
  if (table->capacity < limit) {
    table->values = realloc(table->values, sizeof *table->values * limit * most);
    table->capacity = limit;
  }
  table->count = 0;
  while (table->count < limit && !table->ended) {
    /* A query that is asked after its end begins again. */
    table->ended = sqlite3_step(table->read) != SQLITE_ROW;
    if (table->ended) break;
    for (int column = 0; column < table->columns; column++)
      table->values[table->count * most + column] =
          sqlite3_value_dup(sqlite3_column_value(table->read, column));
    table->count++;
  }
}

static void write_row(Table *table, int row) {
  for (int column = 0; column < table->columns; column++)
    sqlite3_bind_value(table->write, column + 1, table->values[row * most + column]);
  check(table->file, sqlite3_step(table->write));
  sqlite3_reset(table->write);
}

static void drop_rows(Table *table) {
  for (int row = 0; row < table->count; row++)
    for (int column = 0; column < table->columns; column++)
      sqlite3_value_free(table->values[row * most + column]);
}
