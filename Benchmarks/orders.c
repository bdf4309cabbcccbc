/* What taking in orders has to write, and nothing else: for each page of 1,000 the intent; the headers and
   lines in Business Central, each order in a savepoint, so that it is whole or not there; the mark of each
   order in Sales; the couplings and the end of the intent. The rows, indexes, order, transactions and
   pragmas are those of a finished run, and so are the indexes that it made to find lines and invoices by;
   the few rows that a page has once (numbers, figures of its customers) are left out. Prints the microseconds of the writing, those of its CPU, and how many orders
   there are; reading the finished files is not counted.
   orders BC SALES STATE NEW-BC NEW-SALES NEW-STATE */
#include "floor.h"

enum { lines = 10, intent = 60 };

static int upper(int byte) { return byte >= 'a' && byte <= 'z' ? byte & 0x5F : byte; }

static int caseless(void *none, int left_count, const void *left, int right_count,
                    const void *right) {
  const unsigned char *a = left, *b = right;
  for (int place = 0; place < left_count && place < right_count; place++)
    if (upper(a[place]) != upper(b[place])) return upper(a[place]) < upper(b[place]) ? -1 : 1;
  return left_count - right_count;
}

static sqlite3_stmt *prepared(sqlite3 *file, const char *sql) {
  sqlite3_stmt *statement;
  check(file, sqlite3_prepare_v2(file, sql, -1, &statement, 0));
  return statement;
}

static void step(sqlite3 *file, sqlite3_stmt *statement) {
  check(file, sqlite3_step(statement));
  sqlite3_reset(statement);
}

/* Makes the indexes that a finished file has and the new one has not. */
static void make_indexes(sqlite3 *from, const char *schema, sqlite3 *file) {
  char select[200];
  snprintf(select, sizeof select,
           "SELECT name, sql FROM %s.sqlite_schema WHERE type = 'index' AND sql IS NOT NULL", schema);
  sqlite3_stmt *found = prepared(from, select),
               *known = prepared(file, "SELECT 1 FROM sqlite_schema WHERE name = ?");
  while (sqlite3_step(found) == SQLITE_ROW) {
    sqlite3_bind_text(known, 1, (const char *)sqlite3_column_text(found, 0), -1, SQLITE_TRANSIENT);
    int is_there = sqlite3_step(known) == SQLITE_ROW;
    sqlite3_reset(known);
    if (!is_there) run(file, (const char *)sqlite3_column_text(found, 1));
  }
  sqlite3_finalize(found);
  sqlite3_finalize(known);
}

int main(int count, char **arguments) {
  if (count != 7) return 2;
  sqlite3 *from, *bc = open_file(arguments[4]), *sales = open_file(arguments[5]),
                 *state = open_file(arguments[6]);
  check(from, sqlite3_open(arguments[1], &from));
  char attach[2000];
  snprintf(attach, sizeof attach, "ATTACH '%s' AS sales; ATTACH '%s' AS state", arguments[2],
           arguments[3]);
  run(from, attach);
  // Both systems have keys that compare without case.
  sqlite3_create_collation(bc, "MAPSYNC_NOCASE", SQLITE_UTF8, 0, caseless);
  sqlite3_create_collation(sales, "MAPSYNC_NOCASE", SQLITE_UTF8, 0, caseless);

  Table headers = {0}, rows = {0}, couplings = {0}, marks = {0};
  read_from(&headers, from, "SELECT * FROM \"Sales Header\" ORDER BY rowid");
  write_into(&headers, bc, "\"Sales Header\"");
  read_from(&rows, from, "SELECT * FROM \"Sales Line\" ORDER BY rowid");
  write_into(&rows, bc, "\"Sales Line\"");
  read_from(&couplings, from,
            "SELECT c.* FROM state.pairs p CROSS JOIN \"Sales Header\" h CROSS JOIN state.couplings c"
            " ON c.pair = p.id AND c.bc_id = h.\"$id\" WHERE p.bc = 'Sales Header' ORDER BY h.rowid");
  write_into(&couplings, state, "couplings");
  read_from(&marks, from,
            "SELECT s.lastbackofficesubmit, s.bcbi_companyid, s.\"$version\", s.\"$modified\","
            " s.\"$ours\", s.\"$id\" FROM state.pairs p CROSS JOIN \"Sales Header\" h"
            " CROSS JOIN state.couplings c ON c.pair = p.id AND c.bc_id = h.\"$id\""
            " CROSS JOIN sales.salesorder s ON s.\"$id\" = c.sales_id"
            " WHERE p.bc = 'Sales Header' ORDER BY h.rowid");
  write_by(&marks, sales,
           "UPDATE salesorder SET lastbackofficesubmit = ?, bcbi_companyid = ?, \"$version\" = ?,"
           " \"$modified\" = ?, \"$ours\" = ? WHERE \"$id\" = ?");
  sqlite3_stmt *open = prepared(state, "INSERT INTO intents (mapping, direction, writes)"
                                       " VALUES ('ORDER', 1, zeroblob(?))"),
               *end = prepared(state, "DELETE FROM intents WHERE id = last_insert_rowid()"),
               *save = prepared(bc, "SAVEPOINT whole"), *release = prepared(bc, "RELEASE whole");

  long long started = now(), used = cpu();
  make_indexes(from, "main", bc);
  make_indexes(from, "sales", sales);
  long long spent = now() - started, processor = cpu() - used, orders = 0;
  for (;;) {
    read_rows(&headers, page);
    if (headers.count == 0) break;
    read_rows(&rows, page * lines);
    read_rows(&couplings, page);
    read_rows(&marks, page);
    if (rows.count != headers.count * lines || couplings.count != headers.count ||
        marks.count != headers.count) {
      fprintf(stderr, "orders: what was taken in is not whole\n");
      return 1;
    }
    long long start = now(), before = cpu();
    sqlite3_bind_int(open, 1, headers.count * intent);
    step(state, open);
    run(bc, "BEGIN IMMEDIATE");
    for (int order = 0; order < headers.count; order++) {
      step(bc, save);
      write_row(&headers, order);
      for (int line = 0; line < lines; line++) write_row(&rows, order * lines + line);
      step(bc, release);
    }
    run(bc, "COMMIT");
    run(sales, "BEGIN IMMEDIATE");
    for (int order = 0; order < headers.count; order++) write_row(&marks, order);
    run(sales, "COMMIT");
    run(state, "BEGIN IMMEDIATE");
    for (int order = 0; order < headers.count; order++) write_row(&couplings, order);
    step(state, end);
    run(state, "COMMIT");
    spent += now() - start;
    processor += cpu() - before;
    orders += headers.count;
    drop_rows(&headers);
    drop_rows(&rows);
    drop_rows(&couplings);
    drop_rows(&marks);
  }
  sqlite3_close(bc);
  printf("%lld %lld %lld\n", spent, processor, orders);
  return 0;
}
