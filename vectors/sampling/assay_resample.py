#!/usr/bin/env python3
"""Draws a sample of Assay again, without Assay, without a network, without any package.

    python3 assay_resample.py verify SAMPLE.xlsx               a sample's workbook holds recipe and rows
    python3 assay_resample.py verify SAMPLE.json               so does its JSON
    python3 assay_resample.py verify RECIPE.json ROWS          a recipe with the rows beside it
    python3 assay_resample.py draw ROWS --seed SEED --size N [--size M ...] [--month COLUMN | --column COLUMN]
    python3 assay_resample.py vectors DIRECTORY

ROWS is a JSON array or one JSON value a line (NDJSON). Exit code 0: everything fits. 1: something does not, and each
line says what. 2: it could not be read.

Written from docs/reference/sampling.md and the documents that it names (RFC 2104, RFC 6962, RFC 8785), not from
Assay's own code: where the two differ, one of them is wrong. Tables are counted in fractions, without rounding.
Python 3.8 or newer.
"""

import argparse
import hashlib
import json
import math
import re
import struct
import sys
import zipfile
from datetime import date, timedelta
from fractions import Fraction
from xml.etree import ElementTree

NAME = b"assay-sample-v1"


class NotReadable(ValueError):
    """What is no recipe, no rows or no workbook."""


def sha256(data):
    return hashlib.sha256(data).digest()


# --- Rows: RFC 8785, RFC 6962 ---------------------------------------------------------------------------------


def parse(text):
    """A JSON value whose numbers are all doubles, as RFC 8785 sees them."""

    def refuse(word):
        raise NotReadable(word)

    try:
        return json.loads(text, parse_int=float, parse_constant=refuse)
    except (OverflowError, ValueError, RecursionError) as cause:
        raise NotReadable(str(cause)) from None


def number_text(value):
    """How ECMAScript writes a double: the shortest digits that read back, plain from 1e-6 up to 1e21."""
    if not math.isfinite(value):
        raise NotReadable("not finite")
    if value == 0:
        return "0"
    sign = "-" if value < 0 else ""
    mantissa, _, exponent = repr(abs(value)).partition("e")
    whole, _, fraction = mantissa.partition(".")
    point = len(whole) + int(exponent or "0")
    leading = len(whole + fraction) - len((whole + fraction).lstrip("0"))
    digits = (whole + fraction).strip("0")
    point -= leading
    if len(digits) <= point <= 21:
        return sign + digits.ljust(point, "0")
    if 0 < point <= 21:
        return sign + digits[:point] + "." + digits[point:]
    if -6 < point <= 0:
        return sign + "0." + "0" * -point + digits
    rest = "." + digits[1:] if len(digits) > 1 else ""
    return "%s%s%se%+d" % (sign, digits[0], rest, point - 1)


def canonical(value):
    """RFC 8785: the one text of a JSON value."""
    if isinstance(value, float):
        return number_text(value)
    if isinstance(value, str):
        value.encode()  # half a surrogate pair has no UTF-8
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return "[%s]" % ",".join(map(canonical, value))
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: key.encode("utf-16-be"))
        return "{%s}" % ",".join("%s:%s" % (canonical(key), canonical(value[key])) for key in keys)
    return json.dumps(value)


def root(leaves):
    """The Merkle tree hash of RFC 6962 section 2.1, as the section writes it but without its recursion."""
    if not leaves:
        return sha256(b"")
    row = [sha256(b"\x00" + leaf) for leaf in leaves]
    while len(row) > 1:
        pairs = [sha256(b"\x01" + row[i] + row[i + 1]) for i in range(0, len(row) - 1, 2)]
        row = pairs + row[2 * len(pairs) :]
    return row[0]


def ordered(rows):
    """The rows' canonical bytes in their order; equal rows stay."""
    try:
        return sorted(canonical(row).encode() for row in rows)
    except UnicodeEncodeError as cause:
        raise NotReadable(str(cause)) from None


# --- The draw ---------------------------------------------------------------------------------------------------


def hmac(key, message):
    """RFC 2104, written out so that nothing is taken on trust but SHA-256."""
    key = (sha256(key) if len(key) > 64 else key).ljust(64, b"\x00")
    inner = sha256(bytes(byte ^ 0x36 for byte in key) + message)
    return sha256(bytes(byte ^ 0x5C for byte in key) + inner)


def seed_bytes(text):
    try:
        data = bytes.fromhex(text[4:]) if re.fullmatch("hex:(?:[0-9a-fA-F]{2})*", text) else text.encode()
    except UnicodeEncodeError:
        return None
    if text.startswith("hex:") and not re.fullmatch("hex:(?:[0-9a-fA-F]{2})*", text):
        return None
    return data if 0 < len(data) <= 256 else None


def block(seed, digest, stratum, counter):
    parts = [NAME, digest, stratum.encode(), struct.pack(">Q", counter)]
    return hmac(seed, b"\x00".join(parts))


def words(seed, digest, stratum):
    counter = 0
    while True:
        yield from struct.unpack(">4Q", block(seed, digest, stratum, counter))
        counter += 1


def below(bound, stream):
    limit = 2**64 // bound * bound
    while True:
        word = next(stream)
        if word < limit:
            return word % bound


def stratum_of(row, by, column):
    if by == "none" or not isinstance(row, dict):
        return ""
    value = row.get(column)
    if column not in row and isinstance(row.get("fields"), dict):
        value = row["fields"].get(column)
    if value is None:
        return ""
    if by == "month":
        found = re.match(r"[0-9]{4}-(?:0[1-9]|1[0-2])(?=\Z|-)", value) if isinstance(value, str) else None
        return found.group(0) if found else ""
    return value if isinstance(value, str) else canonical(value)


def allocate(n, sizes):
    """Largest remainder; at a tie the stratum that stands earlier."""
    total = sum(sizes)
    n = min(n, total)
    if n == 0:
        return [0] * len(sizes)
    shares = [Fraction(n * size, total) for size in sizes]
    taken = [math.floor(share) for share in shares]
    order = sorted(range(len(sizes)), key=lambda at: (taken[at] - shares[at], at))
    for at in order[: n - sum(taken)]:
        taken[at] += 1
    return taken


def draw(rows, seed, strata, sizes):
    """The digest and the items as (rank, stratum, step); None for sizes or a seed that are none."""
    texts = ordered(rows)
    digest = root(texts)
    key = seed_bytes(seed)
    grows = all(a < b for a, b in zip(sizes, sizes[1:])) and all(size == int(size) for size in sizes)
    if key is None or not sizes or not grows or not 0 <= sizes[0] <= sizes[-1] <= len(texts):
        return digest, None
    sizes = [int(size) for size in sizes]
    members = {}
    for rank, text in enumerate(texts):
        name = stratum_of(parse(text), strata["by"], strata.get("column"))
        members.setdefault(name, []).append(rank)
    names = sorted(members, key=str.encode)
    decks = {name: list(members[name]) for name in names}
    streams = {name: words(key, digest, name) for name in names}
    done = dict.fromkeys(names, 0)
    items = []
    for step, (before, size) in enumerate(zip([0] + sizes, sizes), 1):
        left = [len(decks[name]) - done[name] for name in names]
        for name, share in zip(names, allocate(size - before, left)):
            deck = decks[name]
            for place in range(done[name], done[name] + share):
                chosen = place + below(len(deck) - place, streams[name])
                deck[place], deck[chosen] = deck[chosen], deck[place]
                items.append((deck[place], name, step))
            done[name] += share
    return digest, items


# --- Sizes and bounds, in fractions -----------------------------------------------------------------------------


def binomial_cdf(k, n, p):
    return sum(math.comb(n, i) * p**i * (1 - p) ** (n - i) for i in range(min(k, n) + 1))


def hypergeometric_cdf(k, n, size, marked):
    ways = sum(math.comb(marked, i) * math.comb(size - marked, n - i) for i in range(min(k, n, marked) + 1))
    return Fraction(ways, math.comb(size, n))


def percent(value):
    return Fraction(str(value)) / 100


def attribute_size(rule, population):
    risk, rate, k = 1 - percent(rule["confidence"]), percent(rule["tolerable_rate"]), int(rule["expected_deviations"])
    marked = math.ceil(rate * population)
    n = k + 1
    while not rule["finite"] or n < population:
        if (hypergeometric_cdf(k, n, population, marked) if rule["finite"] else binomial_cdf(k, n, rate)) <= risk:
            return n
        n += 1
    return population


def wanted_size(rule, population, frequency, configurations):
    kind = rule["kind"]
    if kind == "table":
        return rule["sizes"][frequency] * (configurations if frequency == "automated" else 1)
    if kind == "bands":
        band = next(band for band in rule["bands"] if band["up_to"] is None or population <= band["up_to"])
        return population if band["size"] is None else band["size"]
    if kind == "percent":
        return min(rule["most"], max(rule["least"], math.ceil(percent(rule["percent"]) * population)))
    return attribute_size(rule, int(population))


def holds_upper_rate(deviations, tested, confidence, claimed):
    """Whether the claimed bound is the root of the tail, to one part in a thousand million, by exact sums at both sides."""
    if tested == 0 or deviations >= tested:
        return claimed == 1
    risk, near = 1 - percent(confidence), Fraction(1, 10**9)
    low, high = (Fraction(claimed) * factor for factor in (1 - near, 1 + near))
    return binomial_cdf(deviations, tested, low) > risk > binomial_cdf(deviations, tested, min(high, Fraction(1)))


def upper_count(deviations, tested, population, confidence):
    risk = 1 - percent(confidence)
    most = population - (tested - deviations)
    low, high = deviations, most + 1
    while high - low > 1:
        middle = (low + high) // 2
        if hypergeometric_cdf(deviations, tested, population, middle) > risk:
            low = middle
        else:
            high = middle
    return low


# --- Vectors ----------------------------------------------------------------------------------------------------


def made_rows(count):
    """The population that vectors do not store: row i has the id R-i of six digits and a day of the year 2026."""
    first = date(2026, 1, 1)
    return [{"day": str(first + timedelta(days=i * 7 % 365)), "id": "R-%06d" % i} for i in range(int(count))]


def rows_of(case):
    return made_rows(case["count"]) if "count" in case else case["rows"]


def run_draw(case):
    digest, items = draw(rows_of(case), case["seed"], case["strata"], case["sizes"])
    if digest.hex() != case["digest"]:
        return False
    return items == (None if case["items"] is None else [(each["rank"], each["stratum"], each["step"]) for each in case["items"]])


def run_rows(case):
    try:
        texts = ordered([parse(text) for text in case["json"]])
    except NotReadable:
        return case["expect"] is None
    return case["expect"] == {"rows": [text.decode() for text in texts], "digest": root(texts).hex()}


def run_below(case):
    stream = iter([int(word, 16) for word in case["words"]])
    return [below(int(bound), stream) for bound in case["bounds"]] == case["expect"] and len(list(stream)) == case["left"]


def run_block(case):
    data = block(seed_bytes(case["seed"]), bytes.fromhex(case["digest"]), case["stratum"], int(case["counter"]))
    return data.hex() == case["expect"] and ["%016x" % word for word in struct.unpack(">4Q", data)] == case["words"]


def run_size(case):
    configurations = case.get("configurations", 1)
    return min(wanted_size(case["rule"], case["population"], case.get("frequency"), configurations), case["population"]) == case["expect"]


def run_bound(case):
    deviations, tested = int(case["deviations"]), int(case["tested"])
    if not holds_upper_rate(deviations, tested, case["confidence"], case["upper_rate"]):
        return False
    if "closed_form" in case and abs(eval_closed(case["closed_form"]) - case["upper_rate"]) > 1e-9:
        return False
    if "published" in case and round(case["upper_rate"], len(str(case["published"]).partition(".")[2])) != case["published"]:
        return False
    counts = case.get("upper_counts", [])
    return all(upper_count(deviations, tested, int(each["population"]), case["confidence"]) == each["expect"] for each in counts)


def eval_closed(form):
    """1 - risk^(1/n) when nothing deviated; (1 - risk)^(1/n) when all but one did."""
    risk = float(1 - percent(form["confidence"]))
    power = 1 / form["n"]
    return 1 - risk**power if form["kind"] == "none" else (1 - risk) ** power


RUNS = {
    "hmac.json": lambda case: hmac(bytes.fromhex(case["key"]), bytes.fromhex(case["message"])).hex() == case["expect"],
    "seeds.json": lambda case: (seed_bytes(case["seed"]) or b"").hex() == (case["expect"] or ""),
    "rows.json": run_rows,
    "blocks.json": run_block,
    "below.json": run_below,
    "allocation.json": lambda case: allocate(int(case["n"]), [int(size) for size in case["sizes"]]) == case["expect"],
    "draws.json": run_draw,
    "sizes.json": run_size,
    "bounds.json": run_bound,
}


def run_vectors(directory):
    failed = total = 0
    for name, run in RUNS.items():
        with open("%s/%s" % (directory, name), encoding="utf-8") as file:
            cases = parse(file.read())["cases"]
        for case in cases:
            total += 1
            if not run(case):
                failed += 1
                print("FAILED %s: %s" % (name, case["title"]))
    print("%d cases, %d failed" % (total, failed))
    return 1 if failed or not total else 0


# --- Files ------------------------------------------------------------------------------------------------------


def read_text(path):
    try:
        with open(path, encoding="utf-8-sig", newline="") as file:
            return file.read()
    except UnicodeDecodeError as cause:
        raise NotReadable("%s: %s" % (path, cause)) from None


def read_rows(path):
    text = read_text(path)
    if text.lstrip().startswith("["):
        return parse(text)
    return [parse(line) for line in text.split("\n") if line.strip()]


MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def read_workbook(path):
    """Sheets of a workbook by name, each a list of rows of texts."""
    with zipfile.ZipFile(path) as archive:
        tree = lambda name: ElementTree.fromstring(archive.read(name))
        text_in = lambda node: "".join(part.text or "" for part in node.iter(MAIN + "t"))
        shared = [text_in(each) for each in tree("xl/sharedStrings.xml")] if "xl/sharedStrings.xml" in archive.namelist() else []
        targets = {each.get("Id"): each.get("Target") for each in tree("xl/_rels/workbook.xml.rels")}
        sheets = {}
        for sheet in tree("xl/workbook.xml").iter(MAIN + "sheet"):
            target = targets[sheet.get(RELATION)]
            part = tree(target[1:] if target.startswith("/") else "xl/" + target)
            sheets[sheet.get("name")] = [[cell_text(cell, shared, text_in) for cell in row] for row in part.iter(MAIN + "row")]
    return sheets


def cell_text(cell, shared, text_in):
    value = cell.find(MAIN + "v")
    if cell.get("t") == "s":
        text = shared[int(value.text)]
    elif cell.get("t") == "inlineStr":
        text = text_in(cell)
    else:
        text = "" if value is None else value.text or ""
    # Characters that XML cannot hold are written _xHHHH_ (ECMA-376 part 1, 22.9.2.19).
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found.group(1), 16)), text)


def read_sample(path):
    """Recipe and rows of an exported workbook."""
    sheets = read_workbook(path)
    if not {"Recipe", "Population", "Sample"} <= sheets.keys():
        raise NotReadable("%s has no sheets Recipe, Population and Sample" % path)
    recipe = next((row[1] for row in sheets["Recipe"] if row and row[0] == "recipe"), None)
    if recipe is None:
        raise NotReadable("%s holds no recipe" % path)

    def column(sheet, name):
        header, *body = sheets[sheet]
        at = header.index(name)
        return [parse(row[at]) for row in body]

    return {**parse(recipe), "items": column("Sample", "item")}, column("Population", "row")


def faults_of(recipe, rows):
    try:
        if recipe["algorithm"] != NAME.decode():
            return ["the recipe asks for %s" % recipe["algorithm"]]
        digest, items = draw(rows, recipe["seed"], recipe["strata"], recipe["sizes"])
        claimed = [(each["rank"], each["stratum"], each["step"]) for each in recipe["items"]]
        population = recipe["population"]
        if len(rows) != population["rows"]:
            return ["the population has %d rows, the recipe says %d" % (len(rows), population["rows"])]
        if digest.hex() != population["digest"]:
            return ["the population's digest is %s, the recipe says %s" % (digest.hex(), population["digest"])]
    except (KeyError, TypeError, AttributeError) as cause:
        raise NotReadable("no recipe: %s" % cause) from None
    if items is None:
        return ["the recipe's seed or sizes are none"]
    if items == claimed:
        return []
    at = next((at for at, (a, b) in enumerate(zip(items, claimed)) if a != b), min(len(items), len(claimed)))
    return ["item %d differs" % (at + 1)]


def verify(paths):
    if len(paths) == 2:
        recipe, rows = parse(read_text(paths[0])), read_rows(paths[1])
    elif zipfile.is_zipfile(paths[0]):
        recipe, rows = read_sample(paths[0])
    else:
        recipe = parse(read_text(paths[0]))
        if not isinstance(recipe, dict) or not isinstance(recipe.get("rows"), list):
            raise NotReadable("%s brings no rows along; name their file after it" % paths[0])
        rows = recipe["rows"]
    found = faults_of(recipe, rows)
    for each in found:
        print(each)
    if not found:
        print("%d items of %d rows: the same sample" % (len(recipe["items"]), len(rows)))
    return 1 if found else 0


def redraw(arguments):
    by = "month" if arguments.month else "column" if arguments.column else "none"
    strata = {"by": by, "column": arguments.month or arguments.column}
    rows = read_rows(arguments.rows)
    digest, items = draw(rows, arguments.seed, strata, arguments.size)
    if items is None:
        raise NotReadable("the seed is none, or the sizes do not grow within the population")
    texts = ordered(rows)
    print("# %d rows, digest %s" % (len(rows), digest.hex()))
    for rank, stratum, step in items:
        print("%d\t%s\t%d\t%s" % (rank, stratum, step, texts[rank].decode()))
    return 0


def main():
    parser = argparse.ArgumentParser(description="Draws a sample of Assay again.")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("verify").add_argument("paths", nargs="+", metavar="file")
    drawing = commands.add_parser("draw")
    drawing.add_argument("rows")
    drawing.add_argument("--seed", required=True, help="text, or hex: and digits")
    drawing.add_argument("--size", type=int, action="append", required=True, help="size; again for each extension")
    drawing.add_argument("--month", metavar="COLUMN", help="strata by the month of this column")
    drawing.add_argument("--column", metavar="COLUMN", help="strata by this column")
    commands.add_parser("vectors").add_argument("directory")
    arguments = parser.parse_args()
    try:
        if arguments.command == "vectors":
            return run_vectors(arguments.directory)
        return redraw(arguments) if arguments.command == "draw" else verify(arguments.paths)
    except (OSError, NotReadable, zipfile.BadZipFile, ElementTree.ParseError, KeyError) as cause:
        print("It cannot be read: %s" % cause, file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
