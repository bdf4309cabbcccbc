#!/usr/bin/env bash
# What mapsync does with a small company's data on both sides, in a folder of its own.
set -euo pipefail
cd "$(dirname "$0")/../.."

say() { printf '\n\033[1m%s\033[0m\n' "$*"; }
run() { printf '\033[2m$ mapsync %s\033[0m\n' "$*"; "$mapsync" "$@"; }

say "Building mapsync, with the shipped mappings compiled in"
swift build --product mapsync 2>&1 | tail -1
mapsync="$PWD/.build/debug/mapsync"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

say "A company: Business Central and Sales as two databases on this machine"
"$mapsync" init > /dev/null
"$mapsync" demo-data --customers 12 > /dev/null
"$mapsync" setup check

say "What a full synchronization would do, and why"
run full --review

say "The full synchronization: prerequisites first, independent mappings side by side"
"$mapsync" full 2> /dev/null

say "A change on each side travels to the other"
"$mapsync" record change Customer 10000 'Phone No.=+1 555 2000'
"$mapsync" record change --side sales account 'Alpine Ski House' 'websiteurl=https://alpine.example'
run sync CUSTOMER

say "Both sides changed one field: nothing is lost, nobody guesses"
"$mapsync" record change Customer 10000 'City=Boston'
"$mapsync" record change --side sales account Adatum 'address1_city=Denver'
"$mapsync" sync CUSTOMER > /dev/null && { echo "the conflict was not seen" >&2; exit 1; }
"$mapsync" errors || true
say "A person chooses Business Central"
run sync CUSTOMER 10000 --direction to-sales

say "A customer whose salesperson Sales does not know waits, and says for whom"
"$mapsync" record create Salesperson/Purchaser Code=NN 'Name=Nora Newcomer' 'E-Mail=nn@cronus.example' > /dev/null
"$mapsync" record create Customer No.=90000 'Name=Patient Ltd' 'Salesperson Code=NN' > /dev/null
run create CUSTOMER 90000
say "Nora gets a user; once she is coupled, the customer goes through by itself"
"$mapsync" record create --side sales systemuser firstname=Nora lastname=Newcomer \
  internalemailaddress=nn@cronus.example domainname=nn@cronus.example accessmode=Read-Write \
  'invitestatuscode=Invitation Accepted' islicensed=true > /dev/null
"$mapsync" match SALESPEOPLE > /dev/null || true
run sync CUSTOMER
run why Customer:90000

# Does something that has little to say.
quietly() { printf '\033[2m$ mapsync %s\033[0m\n' "$*"; "$mapsync" "$@" > /dev/null; }
# A record in one line: TABLE RECORD FIELD…
show() {
  local table=$1 record=$2
  shift 2
  "$mapsync" record show "$table" "$record" | awk -F '  +' -v fields="$(printf '%s|' "$@")" '
    BEGIN { count = split(fields, wanted, "|") - 1 }
    { value[$1] = $2 }
    END { for (i = 1; i <= count; i++) line = line (i > 1 ? ", " : "  ") wanted[i] " " value[wanted[i]]; print line }'
}
newest() {
  "$mapsync" record list "$@" --format json | sed -n 's/^ *"id" : "\(.*\)",*$/\1/p' | tail -1
}

say "Now business: what documents need, as setup check said at the beginning"
cat >> mapsync.yaml <<'YAML'
settings:
  auto-process-quotes: true
  auto-create-sales-orders: true
  write-in-product-type: Item
  write-in-product-number: TO MEASURE
  freight-account: '6810'
YAML
"$mapsync" record create Item 'No.=TO MEASURE' 'Description=Made to measure' > /dev/null
"$mapsync" record create 'G/L Account' No.=6810 Name=Freight > /dev/null
run setup check

say "A salesperson offers Adatum eight desks: the quote is in Business Central, too"
"$mapsync" record create --side sales quote 'name=Desks for the new office' \
  customerid=account:Adatum transactioncurrencyid=USD > /dev/null
"$mapsync" record create --side sales quotedetail quoteid=QUO-01000 'productid=Athens Desk' \
  quantity=8 priceperunit=40 > /dev/null
run record activate QUO-01000
quietly run --now --only QUOTE
show 'Sales Header' Quote,SQ-00001 No. 'External Document No.' Status Amount

say "Adatum wants ten, for less: the first version goes to the archive, the second takes its place"
run record revise QUO-01000
"$mapsync" record change quotedetail "$(newest quotedetail)" quantity=10 priceperunit=36 > /dev/null
run record activate QUO-01000
quietly run --now --only QUOTE
show 'Sales Header' Quote,SQ-00001 No. Status Amount
show 'Sales Header Archive' Quote,SQ-00001,1,1 No. 'Version No.' Amount

say "Won! The order is submitted, and becomes a BC order that knows its quote"
run record convert QUO-01000
run record submit ORD-01000
quietly run --now --only ORDER
show 'Sales Header' Order,S-00001 No. 'Quote No.' 'Your Reference' Amount

say "Four desks go out, then the other six, then the invoice; Sales hears of each"
run record post S-00001 --ship --quantity 10000=4
quietly run
run record post S-00001 --ship
run record post S-00001 --invoice
quietly run --now --only SALESORDER-ORDER
"$mapsync" record list post --format json | sed -n 's/^ *"text" : "\(.*\)",*$/  \1/p'
show salesorder ORD-01000 ordernumber statecode

say "The invoice is in Sales, as billed. Adatum pays in two parts"
quietly invoices send PSI-00001
show invoice PSI-00001 invoicenumber name statuscode
run record pay PSI-00001 --amount 150
quietly invoices refresh
show invoice PSI-00001 statuscode
run record pay PSI-00001
quietly invoices refresh
show invoice PSI-00001 statuscode

say "What the account of Adatum says by now, and the whole story of the order"
quietly statistics update 10000
show nav_accountstatistics "$(newest nav_accountstatistics nav_customerno=10000)" \
  nav_name nav_totalsaleslcy nav_balancelcy nav_outstandingorderslcy
run why salesorder:ORD-01000
