#!/usr/bin/env python3
"""Writes the tables in this folder that MapRuntime's tests compare with.

Python's integers, datetime and str are the second opinion; nothing here knows the Swift code.
Run it again after a change: python3 Tests/MapRuntimeTests/Oracle/oracle.py
"""

import datetime
import pathlib
import random
import unicodedata

HERE = pathlib.Path(__file__).parent
UNIT = 10**10
LIMIT = 2**127
CLUSTERS = [
    "a", "b", "z", "Q", "7", " ", "-", "å", "Ø", "ß", "ŉ", "é", "ÿ", "µ", "ж", "Ω", "한",
    "e\u0301", "n\u0303\u0323", "😀", "👍🏽", "👩\u200d👩\u200d👧", "🇩🇰", "\r\n", "𐐨", "ﬁ", "ǆ", "ſ", "ı",
]


def escaped(text):
    return "".join(c if " " <= c <= "~" and c != "\\" else f"\\u{{{ord(c):X}}}" for c in text)


def write(name, rows):
    lines = ["\t".join(row) for row in rows]
    (HERE / f"{name}.tsv").write_text("\n".join(lines) + "\n", encoding="ascii")


def shown(units):
    """The shortest decimal text, or why there is none."""
    if not -LIMIT <= units < LIMIT:
        return "overflow"
    whole, fraction = divmod(abs(units), UNIT)
    tail = f"{fraction:010d}".rstrip("0")
    return ("-" if units < 0 else "") + str(whole) + ("." + tail if tail else "")


def divided(number, divisor, mode="nearest"):
    """The whole quotient, rounded by the rule that the mode names."""
    sign = -1 if (number < 0) != (divisor < 0) else 1
    quotient, rest = divmod(abs(number), abs(divisor))
    if mode == "up" and rest or mode == "nearest" and 2 * rest >= abs(divisor):
        quotient += 1
    return sign * quotient


def some_units(chance):
    kind = chance.randrange(6)
    if kind == 0:
        return chance.choice([0, 1, -1, UNIT, -UNIT, LIMIT - 1, -LIMIT, 5, UNIT // 2])
    return chance.choice([1, -1]) * chance.randrange(10 ** chance.choice([3, 8, 12, 16, 24, 38]))


def decimals(chance):
    for _ in range(160):
        a, b = some_units(chance), some_units(chance)
        if chance.randrange(3) == 0:
            b = chance.choice([1, -1]) * chance.randrange(1, 10**12)
        yield ["add", shown(a), shown(b), shown(a + b)]
        yield ["subtract", shown(a), shown(b), shown(a - b)]
        yield ["multiply", shown(a), shown(b), shown(divided(a * b, UNIT))]
        quotient = shown(divided(a * UNIT, b)) if b else "zero"
        yield ["divide", shown(a), shown(b), quotient]
        for mode in ("nearest", "up", "down"):
            places = chance.randrange(0, 11)
            step = 10 ** (10 - places)
            yield [mode, shown(a), str(places), shown(divided(a, step, mode) * step)]
        yield ["bytes", shown(a), "", (a + LIMIT).to_bytes(16, "big").hex()]


def dates(chance):
    epoch = datetime.date(1970, 1, 1).toordinal()
    ordinals = [1, datetime.date.max.toordinal(), epoch, epoch - 1]
    for year in (1, 4, 100, 400, 1600, 1700, 1900, 1999, 2000, 2023, 2024, 2100, 9999):
        for month, day in ((1, 1), (2, 28), (3, 1), (12, 31)):
            ordinals.append(datetime.date(year, month, day).toordinal())
        if year % 4 == 0 and (year % 100 or year % 400 == 0):
            ordinals.append(datetime.date(year, 2, 29).toordinal())
    ordinals += [chance.randrange(1, datetime.date.max.toordinal()) for _ in range(150)]
    for ordinal in ordinals:
        yield [str(ordinal - epoch), datetime.date.fromordinal(ordinal).isoformat()]


def moments(chance):
    epoch = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
    for _ in range(150):
        minutes = chance.choice([0, 0, 60, 330, -300, -210, 840, -720])
        zone = datetime.timezone(datetime.timedelta(minutes=minutes))
        moment = datetime.datetime(
            chance.randrange(2, 9998), chance.randrange(1, 13), chance.randrange(1, 29),
            chance.randrange(24), chance.randrange(60), chance.randrange(60),
            chance.choice([0, 0, 1000, 250000, 999999, 120]), tzinfo=zone)
        utc = moment.astimezone(datetime.timezone.utc)
        utc -= datetime.timedelta(microseconds=utc.microsecond % 1000)
        count = (utc - epoch) // datetime.timedelta(milliseconds=1)
        text = utc.strftime("%H:%M:%S") + (f".{utc.microsecond // 1000:03d}" if utc.microsecond else "")
        written = moment.isoformat().replace("+00:00", "Z") if chance.randrange(2) else moment.isoformat()
        yield [written, str(count), f"{utc.date().isoformat()}T{text}Z"]


def units16(text):
    return len(text.encode("utf-16-le")) // 2


def first_of(parts, length):
    """The parts that fit one behind the other."""
    kept = ""
    for part in parts:
        if units16(kept + part) > length:
            break
        kept += part
    return kept


def cut(clusters, length):
    """Whole characters; where not even one fits, code points."""
    return first_of(clusters, length) or first_of("".join(clusters), length)


def texts(chance):
    for _ in range(250):
        clusters = [chance.choice(CLUSTERS) for _ in range(chance.randrange(0, 14))]
        text = "".join(clusters)
        length = chance.randrange(0, 16)
        kept = cut(clusters, length)
        yield [escaped(text), str(units16(text)), str(length), escaped(kept), escaped(code(text))]


def code(text):
    composed = unicodedata.normalize("NFC", text.strip(" "))
    upper = (c.upper() if units16(c.upper()) == units16(c) else c for c in composed)
    return unicodedata.normalize("NFC", "".join(upper))


def alphanumeric(text):
    """Letters and digits, each with the marks behind it."""
    kept, is_behind = "", False
    for c in text:
        kind = unicodedata.category(c)
        if kind[0] != "M":
            is_behind = kind[0] == "L" or kind == "Nd"
        kept += c if is_behind else ""
    return kept


NUMBER_PATTERNS = {  # the least whole digits, grouped or not, the least and the most places
    "0": (1, False, 0, 0), "0.00": (1, False, 2, 2), "#,##0.00": (1, True, 2, 2),
    "00000": (5, False, 0, 0), "#,##0": (1, True, 0, 0), "0.00##": (2 - 1, False, 2, 4),
    "0,000.0": (4, True, 1, 1), "#0.##########": (1, False, 0, 10), "0,000,000": (7, True, 0, 0),
}


def number_formats(chance):
    for _ in range(30):
        units = some_units(chance)
        for pattern, (digits, grouped, least, most) in NUMBER_PATTERNS.items():
            step = 10 ** (10 - most)
            rounded = divided(units, step) * step
            whole, fraction = divmod(abs(rounded), UNIT)
            head = str(whole).zfill(digits)
            if grouped:
                first = len(head) % 3 or 3
                head = ",".join([head[:first]] + [head[i:i + 3] for i in range(first, len(head), 3)])
            tail = f"{fraction:010d}"
            tail = tail[:least] + tail[least:most].rstrip("0")
            sign = "-" if rounded < 0 else ""
            yield [pattern, shown(units), sign + head + ("." + tail if tail else "")]


def transforms(chance):
    for _ in range(120):
        clusters = [chance.choice(CLUSTERS) for _ in range(chance.randrange(0, 14))]
        text = "".join(clusters)
        start, length = chance.randrange(1, 8), chance.randrange(0, 10)
        skipped, place = 0, 0
        while place < len(clusters) and skipped < start - 1:
            skipped += units16(clusters[place])
            place += 1
        # Of a character that straddles the start, the rest counts as taken.
        inside = cut(clusters[place:], length - max(0, skipped - (start - 1)))
        outcomes = {
            "trim": text.strip(), "uppercase": text.upper(), "lowercase": text.lower(),
            "digits-only": "".join(c for c in text if c in "0123456789"),
            f"substring {start} {length}": inside,
            "replace a 7z": text.replace("a", "7z"), "replace  ": text.replace(" ", ""),
            "replace \n /": text.replace("\r\n", "/"), "replace e oe": text.replace("e", "oe"),
            "alphanumeric-only": alphanumeric(text),
        }
        for name, outcome in outcomes.items():
            yield [escaped(name), escaped(text), escaped(outcome)]


def main():
    write("number-formats", number_formats(random.Random(5)))
    write("transforms", transforms(random.Random(6)))
    write("decimals", decimals(random.Random(1)))
    write("dates", dates(random.Random(2)))
    write("moments", moments(random.Random(3)))
    write("texts", texts(random.Random(4)))


if __name__ == "__main__":
    main()
