#!/usr/bin/env python3
"""Random orders and what Business Central counts for them: a second opinion on its amounts.

Written from the rules that docs/rules.md lists, and from nothing else; it knows no Swift. Python's
decimal does the arithmetic, cut to what a .NET decimal holds after every operation (DA-4).

  python3 oracle.py             writes orders.tsv beside this file
  python3 oracle.py COUNT SEED  prints so many orders, of another seed

A row has the order's number, its header, its lines, and a cell for every step with what the lines
come to after it. In a cell ';' parts values and '|' parts lines.
"""

import decimal
import pathlib
import random
import sys
from decimal import Decimal as D

COMMITTED, SEED = 400, 20260822

FEW = decimal.Context(prec=28, rounding=decimal.ROUND_HALF_EVEN)
MANY = decimal.Context(prec=200, rounding=decimal.ROUND_HALF_EVEN)
# A sign or a sum of rounded amounts never costs a digit: without this a minus cuts to 28.
decimal.setcontext(MANY)
DOTNET_LIMIT = D(2**96)
FIVE_PLACES = D("0.00001")
ZERO, ONE, HUNDRED = D(0), D(1), D(100)


# Arithmetic (DA-1, DA-4)


def dotnet(few, many):
    """A result as .NET keeps it: at most 28 places and 96 bits, a half to the even digit."""
    FEW.clear_flags()
    short = few()
    if not FEW.flags[decimal.Inexact] and short.as_tuple().exponent >= -28:
        return short
    exact = many()
    for places in range(28, -1, -1):
        cut = exact.quantize(D(1).scaleb(-places), context=MANY)
        if MANY.scaleb(abs(cut), places) < DOTNET_LIMIT:
            return cut
    raise OverflowError


def add(a, b):
    return dotnet(lambda: FEW.add(a, b), lambda: MANY.add(a, b))


def sub(a, b):
    return add(a, -b)


def mul(a, *others):
    for b in others:
        a = dotnet(lambda: FEW.multiply(a, b), lambda: MANY.multiply(a, b))
    return a


def div(a, b):
    return dotnet(lambda: FEW.divide(a, b), lambda: MANY.divide(a, b))


def rounded(x, precision, direction="="):
    size = abs(x)
    steps = MANY.divide_int(size, precision)
    rest = MANY.subtract(size, MANY.multiply(steps, precision))
    if direction == ">" and rest or direction == "=" and 2 * rest >= precision:
        steps += 1
    result = MANY.multiply(steps, precision)
    return -result if x < 0 else result


# Lines and documents


class Refused(Exception):
    pass


class Line:
    def __init__(self, text):
        kind, qty, price, discount, vat, identifier, calculation, allowed = text.split(";")
        self.blank = kind == "blank"
        self.qty, self.price = D(qty), D(price)
        self.discount_kind, _, discount = discount.partition(":")
        self.entered_discount = D(discount or 0)
        self.identifier, self.calculation = identifier, calculation
        # DA-20
        self.vat = ZERO if calculation == "reverse" else D(vat)
        self.allowed = allowed == "yes" and calculation != "full"
        self.disc_pct = self.disc_amt = self.line_amount = ZERO
        self.inv_disc = self.amount = self.base = self.incl = ZERO
        self.asks = False
        self.shipped = ZERO

    def own(self):
        return self.line_amount - self.inv_disc

    def left_out(self):
        return self.blank or self.qty == 0 or self.price == 0

    def copied(self):
        copy = Line.__new__(Line)
        copy.__dict__.update(self.__dict__)
        return copy


class Group:
    pass


class Document:
    def __init__(self, header):
        fields = dict(field.split("=") for field in header.split(";"))
        self.gross = fields["prices"] == "gross"
        self.vbd = D(fields["vbd"])
        self.amt = D(fields["amt"])
        self.vat_direction = {"nearest": "=", "up": ">", "down": "<"}[fields["vat-rounding"]]
        self.per_vat_id = fields["per-vat-id"] == "yes"
        self.factor = D(fields["factor"])
        self.invoice_rounding = fields["invoice-rounding"]
        self.header_amount = None
        self.lines = []

    def round(self, x):
        return rounded(x, self.amt)

    def round_vat(self, x):
        return rounded(x, self.amt, self.vat_direction)

    def base_share(self):
        return sub(ONE, div(self.vbd, HUNDRED))

    def vat_base(self, amount):
        return self.round(mul(amount, self.base_share()))

    def gross_share(self, vat):
        return add(ONE, div(vat, HUNDRED))

    # One line (DA-8 to DA-14)

    def value(self, line):
        return self.round(mul(line.qty, line.price))

    def by_percent(self, line):
        before = line.line_amount, line.inv_disc
        value = self.value(line)
        line.disc_amt = self.round(div(mul(value, line.disc_pct), HUNDRED))
        line.line_amount = value - line.disc_amt
        if line.blank:
            line.disc_amt = line.line_amount = ZERO
        if self.header_amount:
            self.header_amount -= line.inv_disc
        self.drop(line, before)

    def by_amount(self, line, amount):
        before = line.line_amount, line.inv_disc
        if line.qty == 0:
            raise Refused
        value, amount = self.value(line), self.round(amount)
        if amount != line.disc_amt:
            percent = (
                rounded(mul(div(amount, value), HUNDRED), FIVE_PLACES) if value else ZERO
            )
            if not 0 <= percent <= 100:
                raise Refused
            line.disc_pct = percent
        line.disc_amt = amount
        line.line_amount = value - amount
        self.drop(line, before)

    def drop(self, line, before):
        line.inv_disc = ZERO
        if line.allowed and before != (line.line_amount, ZERO):
            line.asks = True

    # One line among the others, while the document is open (DA-15 to DA-20)

    def count(self, line):
        own = line.own()
        if own == 0:
            line.amount = line.base = line.incl = ZERO
            return
        if line.calculation == "full":
            line.amount = line.base = ZERO
            line.incl = own
            return
        others = [
            other
            for other in self.lines
            if other is not line
            and other.identifier == line.identifier
            and other.calculation == line.calculation
            and other.vat != 0
        ]
        L = sum((other.line_amount for other in others), ZERO)
        V = sum((other.inv_disc for other in others), ZERO)
        A = sum((other.amount for other in others), ZERO)
        I = sum((other.incl for other in others), ZERO)
        if not self.gross:
            line.amount = self.round(own)
            line.base = self.vat_base(line.amount)
            vat = div(mul(A + line.amount, self.base_share(), line.vat), HUNDRED)
            line.incl = A + line.amount + self.round_vat(vat) - I
            return
        line.amount = self.round(div(L - V + own, self.gross_share(line.vat))) - A
        line.base = self.vat_base(line.amount)
        off = div(mul(div(mul(A + line.amount, self.vbd), HUNDRED), line.vat), HUNDRED)
        line.incl = L + line.line_amount - self.round_vat(off) - I - V - line.inv_disc
        alone = line.copied()
        self.spread([alone], self.groups([alone]))
        if abs(line.amount) < abs(alone.amount):
            line.amount, line.base, line.incl = alone.amount, alone.base, alone.incl

    # VAT groups (DA-21 to DA-23)

    def key(self, line):
        order = ["normal", "reverse", "full"].index(line.calculation)
        return line.identifier, order, line.line_amount >= 0

    def groups(self, lines):
        groups = {}
        for line in lines:
            if line.left_out():
                continue
            group = groups.setdefault(self.key(line), Group())
            if not vars(group):
                group.lines, group.vat, group.full = [], line.vat, line.calculation == "full"
            group.lines.append(line)
        groups = dict(sorted(groups.items()))
        carry, before = ZERO, None
        for key, group in groups.items():
            group.line_amount = sum((line.line_amount for line in group.lines), ZERO)
            group.disc_base = sum(
                (line.line_amount for line in group.lines if line.allowed), ZERO
            )
            group.disc = sum((line.inv_disc for line in group.lines), ZERO)
            if before != key[:2]:
                carry = ZERO
            before = key[:2]
            T = group.line_amount - group.disc
            if self.gross:
                tax = sub(T, div(T, self.gross_share(group.vat)))
                x = mul(tax, self.base_share())
            else:
                x = mul(div(mul(T, group.vat), HUNDRED), self.base_share())
            self.set_vat(group, self.round_vat(add(carry, x)))
            carry = ZERO
            if not key[2] and not group.full:
                if self.gross:
                    x = mul(T - group.base, self.base_share())
                carry = sub(x, self.round_vat(x))
        return groups

    def set_vat(self, group, vat):
        T = group.line_amount - group.disc
        group.total, group.vat_amount = T, vat
        if not self.gross:
            group.base = T
        elif self.vbd == 0:
            group.base = T - vat
        else:
            group.base = self.round(div(T, self.gross_share(group.vat)))
        group.incl = group.base + vat
        if group.full:
            group.base, group.vat_amount, group.incl = ZERO, T, T

    def set_disc(self, group, disc):
        """DA-28."""
        if disc == group.disc:
            return
        group.disc = disc
        T = group.line_amount - disc
        if self.gross:
            vat = mul(div(mul(T, group.vat), add(HUNDRED, group.vat)), self.base_share())
        else:
            vat = mul(div(mul(T, group.vat), HUNDRED), self.base_share())
        self.set_vat(group, self.round_vat(vat))

    # Spreading (DA-27, DA-29, DC-16)

    def spread(self, lines, groups, posting=False):
        for group in groups.values():
            group.d = group.v = group.w = ZERO
        for line in lines:
            if line.left_out():
                continue
            group = groups[self.key(line)]
            given_away = posting and line.disc_pct == 100
            if not posting and line.allowed and group.disc_base:
                share = div(mul(group.disc, line.line_amount), group.disc_base)
                group.d = add(group.d, share)
                line.inv_disc = self.round(group.d)
                group.d = sub(group.d, line.inv_disc)
            own = line.own()
            if line.calculation == "full":
                line.amount = ZERO
                line.incl = ZERO if given_away else own
            elif self.gross:
                if group.total == 0 or line.line_amount == 0:
                    group.v = group.w = line.amount = line.incl = ZERO
                else:
                    group.w = add(group.w, div(mul(group.incl, own), group.total))
                    group.v = add(group.v, div(mul(group.vat_amount, own), group.total))
                    line.incl = self.round(group.w)
                    line.amount = line.incl - self.round(group.v)
                    group.w = sub(group.w, line.incl)
                    group.v = sub(group.v, line.incl - line.amount)
            else:
                line.amount = own
                if group.base:
                    group.v = add(group.v, div(mul(group.vat_amount, own), group.base))
                if given_away:
                    line.incl = ZERO
                else:
                    vat = self.round(group.v)
                    line.incl = own + vat
                    group.v = sub(group.v, vat)
            line.base = self.vat_base(line.amount)

    # Invoice discount (DA-30 to DA-33)

    def share_discount(self, shares, resets=False):
        """A group of which nothing allows a discount takes no part."""
        groups = self.groups(self.lines)
        r = ZERO
        for group in groups.values():
            disc = ZERO
            if group.disc_base:
                r = add(r, shares(groups, group))
                disc = self.round(r)
                r = ZERO if resets else sub(r, disc)
                if disc / group.disc_base > 1:
                    raise Refused
            self.set_disc(group, disc)
        for line in self.lines:
            line.asks = False
        self.spread(self.lines, groups)

    def discount_amount(self, amount):
        amount = self.round(amount)
        base = sum((line.line_amount for line in self.lines if self.allows(line)), ZERO)
        if base == 0 and amount > 0:
            raise Refused
        self.header_amount = amount
        self.share_discount(
            lambda groups, group: div(mul(amount, group.disc_base), base) if base else ZERO
        )

    def discount_percent(self, percent):
        self.header_amount = None
        self.share_discount(
            lambda _, group: div(mul(percent, group.disc_base), HUNDRED), self.per_vat_id
        )

    def allows(self, line):
        return line.allowed and not line.left_out()

    # Posting (DC-4, DC-14 to DC-17, DD-2, DA-45, DA-38, DA-39)

    def posted(self, line, qty):
        part = line.copied()
        part.qty = qty
        part.amount = part.base = part.incl = ZERO
        if qty == 0 or line.left_out():
            part.line_amount = part.disc_amt = part.inv_disc = ZERO
            return part
        whole = qty == line.qty
        if line.disc_pct == 100:
            part.line_amount = ZERO
        else:
            a = self.round(mul(qty, line.price))
            off = line.disc_amt if whole else self.round(div(mul(a, line.disc_pct), HUNDRED))
            part.line_amount = a - off
        if not whole:
            part.disc_amt = self.round(div(mul(line.disc_amt, qty), line.qty))
        part.inv_disc = self.round(div(mul(line.inv_disc, qty), line.qty))
        return part

    def post(self, quantities):
        parts = [self.posted(line, qty) for line, qty in zip(self.lines, quantities)]
        self.spread(parts, self.groups(parts), posting=True)
        for line, qty in zip(self.lines, quantities):
            line.shipped += qty
        return parts

    def local(self, amount):
        return rounded(div(amount, self.factor), D("0.01")) if self.factor else amount

    def rounding_line(self, parts):
        if self.invoice_rounding == "none":
            return None
        precision, direction, vat = self.invoice_rounding.split(",")
        direction = {"nearest": "=", "up": ">", "down": "<"}[direction]
        total = sum((part.incl for part in parts), ZERO)
        x = -self.round(total - rounded(total, D(precision), direction))
        if x == 0:
            return None
        return x, self.round(div(x, self.gross_share(D(vat))))


# What a row shows


def shown(x):
    if x == 0:
        return "0"
    return format(x.normalize(MANY), "f")


def state(lines):
    return "|".join(
        ";".join(
            shown(x)
            for x in (
                line.line_amount, line.disc_pct, line.disc_amt, line.inv_disc, line.amount,
                line.base, line.incl,
            )
        )
        for line in lines
    )


def posted_state(document, parts):
    """The lines, their amounts in local currency, what is outstanding, and the rounding line."""
    local = []
    sums = [ZERO, ZERO, ZERO, ZERO]
    for part in parts:
        sums[0] += part.incl
        incl = document.local(sums[0]) - sums[1]
        sums[1] += incl
        sums[2] += part.amount
        amount = incl if part.amount == part.incl else document.local(sums[2]) - sums[3]
        sums[3] += amount
        local.append(f"{shown(amount)};{shown(incl)}")
    outstanding = []
    for line in document.lines:
        left = ZERO
        if line.qty:
            left = document.round(div(mul(line.incl, line.qty - line.shipped), line.qty))
        outstanding.append(f"{shown(left)};{shown(document.local(left))}")
    extra = document.rounding_line(parts)
    extra = ";".join(shown(x) for x in extra) if extra else "none"
    return "/".join([state(parts), "|".join(local), "|".join(outstanding), extra])


def run(header, lines, steps):
    """The cells of the steps; a refused step changes nothing and is the last one."""
    document = Document(header)
    cells = []
    for step in steps:
        name, *arguments = step.split(":")
        try:
            if name == "enter":
                for text in lines:
                    line = Line(text)
                    if line.discount_kind == "pct":
                        line.disc_pct = line.entered_discount
                    document.lines.append(line)
                    document.by_percent(line)
                    document.count(line)
                    if line.discount_kind == "amt":
                        document.by_amount(line, line.entered_discount)
                        document.count(line)
            elif name in ("qty", "price", "pct", "amt"):
                line, value = document.lines[int(arguments[0]) - 1], D(arguments[1])
                change(document, line, name, value)
            elif name == "invoice-amount":
                document.discount_amount(D(arguments[0]))
            elif name == "invoice-percent":
                document.discount_percent(D(arguments[0]))
            elif name == "page":
                if document.header_amount and any(line.asks for line in document.lines):
                    document.discount_amount(document.header_amount)
            elif name == "release":
                document.spread(document.lines, document.groups(document.lines))
            elif name == "post":
                parts = document.post([D(qty) for qty in arguments[0].split(",")])
                cells.append(f"{step}={posted_state(document, parts)}")
                continue
            cells.append(f"{step}={state(document.lines)}")
        except Refused:
            cells.append(f"{step}=refused")
            break
    return cells


def change(document, line, name, value):
    """A changed line (DA-10, DA-12), and the one that takes over its remainder (DA-16)."""
    was_amount, was_qty = line.amount, line.qty
    if name == "amt":
        document.by_amount(line, value)
    else:
        setattr(line, {"qty": "qty", "price": "price", "pct": "disc_pct"}[name], value)
        document.by_percent(line)
    document.count(line)
    if name == "qty" and value == 0 and was_qty != 0 and was_amount != 0:
        for other in heirs(document, line)[:1]:
            document.count(other)


def heirs(document, line):
    return [
        other
        for other in document.lines
        if other is not line
        and (other.identifier, other.calculation) == (line.identifier, line.calculation)
        and other.amount != 0
    ]


# Random orders

RATES = ["19", "7", "0", "20", "25", "5.5", "7.7", "8.1", "10", "21", "12.5"]


def number(chance, most, places):
    return D(chance.randrange(1, int(most * 10**places) + 1)).scaleb(-places)


def random_line(chance, amt, groups):
    if chance.random() < 0.04:
        return ["blank", "0", "0", "none", "0", "", "normal", "yes"]
    kind = chance.random()
    if kind < 0.75:
        qty = D(chance.randrange(1, 13))
    elif kind < 0.93:
        qty = number(chance, 20, chance.choice([1, 2, 3, 5]))
    else:
        qty = ZERO
    if chance.random() < 0.15:
        qty = -qty
    price = number(chance, chance.choice([2, 20, 200, 3000]), chance.choice([2, 2, 2, 3, 5]))
    if amt == 1 and chance.random() < 0.7:
        price = D(int(price) + 1)
    discount = "none"
    kind = chance.random()
    if kind < 0.2:
        discount = "pct:" + shown(number(chance, 60, chance.choice([0, 1, 2, 5])))
    elif kind < 0.25:
        discount = "pct:100"
    elif kind < 0.45 and qty:
        # A volume discount per unit and one by hand, as an order from Sales has them.
        part = mul(price, qty, D(chance.randrange(300)).scaleb(-3))
        discount = "amt:" + shown(part.quantize(FIVE_PLACES))
    identifier, vat, calculation = chance.choice(groups)
    allowed = "no" if chance.random() < 0.1 else "yes"
    return ["item", shown(qty), shown(price), discount, vat, identifier, calculation, allowed]


def random_groups(chance):
    groups = []
    for name in chance.sample(["A", "B", "C"], chance.randrange(1, 4)):
        calculation = "normal"
        if chance.random() < 0.08:
            calculation = chance.choice(["reverse", "full"])
        groups.append((name, "100" if calculation == "full" else chance.choice(RATES), calculation))
    return groups


def random_steps(chance, lines):
    steps = ["enter"]

    def some_change():
        place = chance.randrange(len(lines))
        line = lines[place]
        if line[0] == "blank" or chance.random() < 0.6:
            return
        kind = chance.choice(["qty", "price", "pct", "amt"])
        if kind == "qty":
            same = [other for other in lines if other[5:7] == line[5:7] and other is not line]
            # Which of several lines takes over a remainder no rule says.
            value = ZERO if len(same) <= 1 and chance.random() < 0.3 else number(chance, 9, 0)
            line[1] = shown(value)
        elif kind == "price":
            value = number(chance, 90, 2)
        elif kind == "pct":
            value = number(chance, 40, 1)
        else:
            value = number(chance, 3, 2)
        steps.append(f"{kind}:{place + 1}:{shown(value)}")

    some_change()
    kind = chance.random()
    if kind < 0.4:
        steps.append("invoice-amount:" + shown(number(chance, chance.choice([1, 10, 60]), 2)))
    elif kind < 0.65:
        steps.append("invoice-percent:" + shown(number(chance, 20, chance.choice([0, 1, 2]))))
    some_change()
    if chance.random() < 0.3:
        steps.append("page")
    steps.append("release")
    return steps


def random_order(chance):
    amt = chance.choice([D("0.01")] * 6 + [D(1), D("0.001")])
    header = {
        "prices": chance.choice(["net", "net", "gross"]),
        "vbd": chance.choice(["0"] * 8 + ["2", "3", "2.5"]),
        "amt": str(amt),
        "vat-rounding": chance.choice(["nearest"] * 6 + ["up", "down"]),
        "per-vat-id": chance.choice(["no", "no", "yes"]),
        "factor": chance.choice(["0", "0", "1.0857", "0.25833118", "0.0067", "7.4604"]),
        "invoice-rounding": "none",
    }
    if chance.random() < 0.3:
        precision = max(amt, chance.choice([D("0.05"), D(1), D("0.1")]))
        direction = chance.choice(["nearest", "nearest", "up", "down"])
        header["invoice-rounding"] = f"{precision},{direction},{chance.choice(RATES)}"
    groups = random_groups(chance)
    lines = []
    for _ in range(chance.choice([1, 2, 3, 4, 5, 6, 8, 10, 14])):
        # Equal lines are where remainders come to a half.
        if lines and chance.random() < 0.35:
            lines.append(list(chance.choice(lines)))
        else:
            lines.append(random_line(chance, amt, groups))
    if chance.random() < 0.3:
        freight = chance.choice([("F", "19", "normal"), groups[0]])
        price = shown(number(chance, 40, 2))
        lines.append(["item", "1", price, "none", freight[1], freight[0], freight[2], "no"])
    written = [";".join(line) for line in lines]
    steps = random_steps(chance, lines)
    rest = [D(line[1]) for line in lines]
    for last in [False] * chance.randrange(0, 3) + [True]:
        now = [qty if last else part_of(chance, qty) for qty in rest]
        rest = [qty - part for qty, part in zip(rest, now)]
        steps.append("post:" + ",".join(shown(part) for part in now))
    header = ";".join(f"{name}={value}" for name, value in header.items())
    return [header, "|".join(written)] + run(header, written, steps)


def part_of(chance, qty):
    kind = chance.random()
    if kind < 0.2:
        return ZERO
    if kind < 0.35 or abs(qty) <= 1:
        return qty
    part = D(chance.randrange(1, int(abs(qty)) + 1))
    return -part if qty < 0 else part


def rows(order, count, seed):
    chance = random.Random(seed)
    for place in range(count):
        yield "\t".join([str(place + 1)] + order(chance))


def write(order, file, seed):
    """Prints COUNT orders of SEED, or writes the committed ones beside this program."""
    if len(sys.argv) == 3:
        for row in rows(order, int(sys.argv[1]), int(sys.argv[2])):
            print(row)
        return
    text = "\n".join(rows(order, COMMITTED, seed)) + "\n"
    (pathlib.Path(__file__).parent / file).write_text(text, encoding="ascii")


if __name__ == "__main__":
    write(random_order, "orders.tsv", SEED)
