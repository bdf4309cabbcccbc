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
