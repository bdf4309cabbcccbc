/* What a full synchronization of customers has to write, and nothing else: the account rows and the
   couplings of a finished one, with its tables, indexes, ids, order and pragmas, 1,000 rows a
   transaction. Prints the microseconds of the writing; reading the finished files is not counted.
   floor SALES STATE NEW-SALES NEW-STATE */
#include "floor.h"

static void write_page(Table *table) {
  run(table->file, "BEGIN IMMEDIATE");
  for (int row = 0; row < table->count; row++) write_row(table, row);
  run(table->file, "COMMIT");
}

int main(int count, char **arguments) {
  if (count != 5) return 2;
  Table accounts = {0}, couplings = {0};
  sqlite3 *from;
  check(from, sqlite3_open(arguments[1], &from));
  char attach[2000];
  snprintf(attach, sizeof attach, "ATTACH '%s' AS state", arguments[2]);
  run(from, attach);
  read_from(&accounts, from, "SELECT * FROM account ORDER BY rowid");
  write_into(&accounts, open_file(arguments[3]), "account");
  read_from(&couplings, from,
            "SELECT c.* FROM state.couplings c JOIN state.pairs p ON p.id = c.pair"
            " WHERE p.bc = 'Customer' ORDER BY c.pair, c.bc_id");
  write_into(&couplings, open_file(arguments[4]), "couplings");
  long long spent = 0, rows = 0;
  for (;;) {
    read_rows(&accounts, page);
    read_rows(&couplings, page);
    if (accounts.count == 0 && couplings.count == 0) break;
    long long start = now();
    write_page(&accounts);
    write_page(&couplings);
    spent += now() - start;
    rows += accounts.count;
    drop_rows(&accounts);
    drop_rows(&couplings);
  }
  sqlite3_close(accounts.file);
  printf("%lld %lld\n", spent, rows);
  return 0;
}
