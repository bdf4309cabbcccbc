#!/usr/bin/env python3
"""Random Sales orders: what Sales counts, what Business Central counts once they are taken in and
invoiced in parts, and by which rule what the two come to differs.

Written from the rules that docs/rules.md lists, as `oracle.py` is, whose arithmetic it uses.

  python3 taken.py             writes taken.tsv beside this file
  python3 taken.py COUNT SEED  prints so many orders, of another seed

A row has the order's number, its header, its lines, and then what Sales has ("sales"), what BC has
after taking it in and releasing it ("taken"), the differences of the two by rule ("rules"), what goes
back of BC's discount as it is and as others might make it ("back": that discount, and what Sales then
has as amount and percentage, and by which rule it takes off more or less), every posting, and the
differences between all postings and the order by rule ("parts"). In a cell ';' parts values and '|'
parts lines.
"""

import random
from decimal import Decimal as D

from oracle import (
    FIVE_PLACES, HUNDRED, ZERO, Document, Line, Refused, add, div, mul, number, part_of, rounded,
    shown, state, sub, write,
)

SEED = 20260823

# A VAT identifier has one rate, so that one company can have them all.
RATES = dict(zip("ABCDEFGHIJK", "19 7 0 20 25 5.5 7.7 8.1 10 21 12.5".split()))
# What the setup of the company names: the account for freight, and the write-in product.
OF_THE_SETUP = "A"


class Order:
    """A Sales order (SA-1 to SA-5, SB-1 to SB-8, SC-1, SC-2)."""

    def __init__(self, header, lines):
        fields = dict(field.split("=") for field in header.split(";"))
        self.amt = D(1).scaleb(-int(fields["places"]))
        self.gross = fields["prices"] == "gross"
        self.discount, self.percent = D(fields["discount"]), D(fields["percent"])
        self.freight = D(fields["freight"])
        self.lines = [Sold(text, self.amt) for text in lines]
        self.line_amount = sum((line.amount for line in self.lines), ZERO)
        self.tax = sum((line.tax for line in self.lines), ZERO)
        share = rounded(div(mul(self.line_amount, self.percent), HUNDRED), self.amt)
        self.header_discount = self.discount + share
        self.before_freight = self.line_amount - self.header_discount
        self.total = self.before_freight + self.freight + self.tax

    def shown(self):
        lines = "|".join(f"{shown(line.base)};{shown(line.extended)}" for line in self.lines)
        totals = (self.line_amount, self.before_freight, self.tax, self.total)
        return lines + "/" + ";".join(shown(x) for x in totals)


class Sold:
    def __init__(self, text, amt):
        cells = text.split(";")
        self.kind = cells[0]
        self.qty, self.price, self.volume, self.manual, self.tax = map(D, cells[1:6])
        self.identifier, self.with_vat, self.allowed = cells[6], cells[7] == "yes", cells[8]
        self.base = rounded(mul(sub(self.price, self.volume), self.qty), amt)
        self.amount = self.base - self.manual
        self.extended = self.amount + self.tax

    def net_price(self):
        """E-27."""
        if not self.with_vat:
            return self.price
        return rounded(div(self.price, add(D(1), div(D(RATES[self.identifier]), HUNDRED))), FIVE_PLACES)


def taken(order):
    """The BC order: E-22, E-26 to E-28, E-33, E-34, and its release (DB-3)."""
    prices = "gross" if order.gross else "net"
    document = Document(
        f"prices={prices};vbd=0;amt={order.amt};vat-rounding=nearest;per-vat-id=no;factor=0;"
        "invoice-rounding=none"
    )
    sold = [
        (line.qty, line.net_price(), mul(line.qty, line.volume) + line.manual, line.identifier,
         line.allowed)
        for line in order.lines
    ]
    if order.freight > 0:
        sold.append((D(1), order.freight, ZERO, OF_THE_SETUP, "no"))
    for qty, price, discount, identifier, allowed in sold:
        line = Line(f"item;{qty};{price};none;{RATES[identifier]};{identifier};normal;{allowed}")
        document.lines.append(line)
        document.by_percent(line)
        document.count(line)
        if discount:
            document.by_amount(line, discount)
            document.count(line)
    if order.header_discount:
        document.discount_amount(order.header_discount)
    document.spread(document.lines, document.groups(document.lines))
    return document


def groups_vat(document, lines):
    """Of a group that comes to nothing no line has VAT, whatever its counterpart left over."""
    groups = document.groups(lines).values()
    return sum((group.vat_amount for group in groups if group.base), ZERO)


def given_away(document, lines, posting=False):
    """What a line without an amount has of the invoice discount is no part of its amount with VAT:
    in a gross document always, in a net one when it is posted (DA-29)."""
    return -sum(
        (line.own() for line in lines
         if (line.line_amount == 0 if document.gross else posting and line.disc_pct == 100)),
        ZERO,
    )


def rules(order, document):
    """By which rule BC's total and Sales' differ."""
    amt = order.amt
    volume, net = ZERO, ZERO
    for sold in order.lines:
        whole = rounded(mul(sold.qty, sold.price), amt)
        # SA-1 takes the volume discount off the price, E-28 off the line.
        taken_off = rounded(mul(sold.qty, sold.volume) + sold.manual, amt)
        volume += whole - taken_off - sold.amount
        # E-27 rounds the price of one unit, which counts by the quantity.
        net += rounded(mul(sold.qty, sold.net_price()), amt) - whole
    tax = ZERO if document.gross else groups_vat(document, document.lines)
    # A discount is nobody's where no line allows one, which counts where all of it comes back.
    nowhere = order.header_discount
    if any(document.allows(line) and line.line_amount for line in document.lines):
        nowhere = ZERO
    return [("E-28", volume), ("E-27", net), ("DA-30", nowhere),
            ("DA-29", given_away(document, document.lines)), ("E-35", tax - order.tax)]


def back(order, discount):
    """What a Sales order has of a discount of BC (F-1): as it counts both (SB-3), the amount is what
    the percentage leaves, and a percentage that takes off more than BC does is none. There is none
    below nothing (SB-11)."""
    percent = order.percent
    share = rounded(div(mul(order.line_amount, percent), HUNDRED), order.amt)
    if share > 0 and share > discount:
        percent = share = ZERO
    amount = max(ZERO, discount - share)
    return amount, percent, amount + share - discount


def discounts(order, document):
    """BC's discount, and others that people might give instead."""
    own = sum((line.inv_disc for line in document.lines), ZERO)
    return [own, rounded(div(own, D(3)), order.amt), own + order.amt, own - order.amt]


def parts_rules(order, document, postings):
    """By which rule all postings together and the order differ."""
    price = discount = invoice_discount = ZERO
    for place, line in enumerate(document.lines):
        parts = [posting[place] for posting in postings if posting[place].qty != 0]
        invoice_discount += line.inv_disc
        for part in parts:
            invoice_discount -= document.round(div(mul(line.inv_disc, part.qty), line.qty))
        if line.disc_pct == 100:
            continue
        values = [document.round(mul(part.qty, line.price)) for part in parts]
        price += sum(values, ZERO) - document.value(line)
        for part, value in zip(parts, values):
            discount -= value - part.line_amount
        discount += line.disc_amt
    tax = sum((groups_vat(document, parts) for parts in postings), ZERO)
    tax -= groups_vat(document, document.lines)
    gone = sum((given_away(document, parts, posting=True) for parts in postings), ZERO)
    gone -= given_away(document, document.lines)
    return [("DC-17", price), ("DC-14", discount), ("DC-4", invoice_discount), ("DA-29", gone),
            ("DA-22", ZERO if document.gross else tax)]


def said(pairs):
    return ";".join(f"{rule}:{shown(amount)}" for rule, amount in pairs)


def run(chance, header, lines):
    order = Order(header, lines)
    cells = ["sales=" + order.shown()]
    try:
        document = taken(order)
    except Refused:
        return cells + ["taken=refused"]
    cells.append("taken=" + state(document.lines))
    cells.append("rules=" + said(rules(order, document)))
    for discount in discounts(order, document):
        amount, percent, above = back(order, discount)
        cells.append(
            "back:" + ";".join(map(shown, (discount, amount, percent)))
            + "=" + said([("SB-11", above)]))
    rest = [line.qty for line in document.lines]
    postings = []
    for last in [False] * chance.randrange(0, 3) + [True]:
        now = [qty if last else part_of(chance, qty) for qty in rest]
        if not any(now):
            continue
        rest = [qty - part for qty, part in zip(rest, now)]
        parts = document.post(now)
        postings.append(parts)
        cells.append("post:" + ",".join(shown(part) for part in now) + "=" + state(parts))
    cells.append("parts=" + said(parts_rules(order, document, postings)))
    return cells


# Random Sales orders


def random_line(chance, places, identifiers):
    kind = chance.choice(["item"] * 8 + ["resource", "write-in"])
    qty = D(chance.randrange(1, 13))
    if chance.random() < 0.2:
        qty = number(chance, 20, chance.choice([1, 2, 3, 5]))
    back = chance.random() < 0.1
    price = number(chance, chance.choice([2, 20, 200, 3000]), chance.choice([2, 2, 2, 3, 4]))
    if places == 0 and chance.random() < 0.7:
        price = D(int(price) + 1)
    volume = manual = ZERO
    if not back or chance.random() < 0.05:
        if kind != "write-in" and chance.random() < 0.2:
            volume = mul(price, D(chance.randrange(1, 300)).scaleb(-3)).quantize(D("0.0001"))
        if chance.random() < 0.3:
            worth = mul(price, qty, D(chance.randrange(1, 400)).scaleb(-3))
            manual = worth.quantize(D(1).scaleb(-places))
    if chance.random() < 0.03 and not back:
        volume, manual = ZERO, rounded(mul(price, qty), D(1).scaleb(-places))
    tax = number(chance, 90, places) if chance.random() < 0.5 and places < 3 else ZERO
    identifier = OF_THE_SETUP if kind == "write-in" else chance.choice(identifiers)
    with_vat = kind == "item" and chance.random() < 0.25
    allowed = "no" if kind == "item" and chance.random() < 0.1 else "yes"
    values = [-qty if back else qty, price, volume, manual, tax]
    return ";".join(
        [kind] + [shown(x) for x in values] + [identifier, "yes" if with_vat else "no", allowed]
    )


def random_order(chance):
    places = chance.choice([2] * 6 + [0, 3])
    identifiers = chance.sample(sorted(RATES), chance.randrange(1, 4))
    lines = []
    for _ in range(chance.choice([1, 2, 3, 4, 5, 6, 8, 10])):
        # Equal lines are where remainders come to a half.
        if lines and chance.random() < 0.3:
            lines.append(chance.choice(lines))
        else:
            lines.append(random_line(chance, places, identifiers))
    discount = percent = freight = ZERO
    kind = chance.random()
    if kind < 0.35:
        discount = number(chance, chance.choice([1, 10, 60]), places)
    if 0.25 < kind < 0.6:
        percent = number(chance, 20, chance.choice([0, 1, 2]))
    if chance.random() < 0.3:
        freight = number(chance, 40, places)
    prices = chance.choice(["net", "net", "gross"])
    header = (
        f"places={places};prices={prices};discount={shown(discount)};percent={shown(percent)};"
        f"freight={shown(freight)}"
    )
    return [header, "|".join(lines)] + run(chance, header, lines)


if __name__ == "__main__":
    write(random_order, "taken.tsv", SEED)
