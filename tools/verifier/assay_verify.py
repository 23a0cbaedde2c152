#!/usr/bin/env python3
"""Verifies what Assay's ledger hands out, without Assay, without a network, without any package.

    python3 assay_verify.py bundle BUNDLE.json ... [--checkpoint KEPT.txt] [--key KEY] [--file FILE] ...
    python3 assay_verify.py export EXPORT.zip ...  [--checkpoint KEPT.txt] [--key KEY]
    python3 assay_verify.py vectors DIRECTORY

Exit code 0: every claim holds. 1: something does not; each line names what and why. 2: it could not be read.
With --json the findings are printed as JSON, one line for each file. KEY is a verifier key or the name of a file that holds it.

Written from vectors/ledger/README.md and the documents that it names (RFC 6962, RFC 8785, RFC 8032, C2SP
signed-note and tlog-checkpoint), not from Assay's own verifier: where the two differ, one of them is wrong.
Python 3.8 or newer.
"""

import argparse
import base64
import hashlib
import json
import re
import struct
import sys
import zipfile
import zlib

MAX_SIZE = 2**53 - 1


def sha256(data):
    return hashlib.sha256(data).digest()


# --- JSON -----------------------------------------------------------------------------------------------------


class NotJson(ValueError):
    """Text that is not JSON, or a value that has no canonical form."""


def parse(text):
    """A JSON value whose numbers are all doubles, as RFC 8785 sees them."""

    def number(digits):
        try:
            return float(digits)
        except OverflowError:
            return float("inf")

    def refuse(word):
        raise NotJson(word)

    try:
        return json.loads(text, parse_int=number, parse_float=number, parse_constant=refuse)
    except (ValueError, RecursionError) as cause:
        raise NotJson(str(cause)) from None


def number_text(value):
    """How ECMAScript writes a double: the shortest digits that read back, plain from 1e-6 up to 1e21."""
    if value != value or value in (float("inf"), float("-inf")):
        raise NotJson("not finite")
    if value == 0:
        return "0"
    mantissa, _, exponent = repr(abs(value)).partition("e")
    whole, _, fraction = mantissa.partition(".")
    digits = whole + fraction
    point = len(whole) + int(exponent or "0")  # the value is 0.DIGITS times 10 to the power of point
    stripped = digits.lstrip("0")
    point -= len(digits) - len(stripped)
    digits = stripped.rstrip("0")
    if len(digits) <= point <= 21:
        text = digits + "0" * (point - len(digits))
    elif 0 < point <= 21:
        text = digits[:point] + "." + digits[point:]
    elif -6 < point <= 0:
        text = "0." + "0" * -point + digits
    else:
        power = point - 1
        tail = "." + digits[1:] if len(digits) > 1 else ""
        text = "%s%se%s%d" % (digits[0], tail, "+" if power > 0 else "-", abs(power))
    return "-" + text if value < 0 else text


SHORT = {8: "\\b", 9: "\\t", 10: "\\n", 12: "\\f", 13: "\\r", 34: '\\"', 92: "\\\\"}


def string_text(value):
    out = []
    for character in value:
        point = ord(character)
        if 0xD800 <= point <= 0xDFFF:
            raise NotJson("half a surrogate pair")
        if point in SHORT:
            out.append(SHORT[point])
        else:
            out.append("\\u%04x" % point if point < 32 else character)
    return '"' + "".join(out) + '"'


def canonical(value):
    """RFC 8785: the one text of a JSON value."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return number_text(value)
    if isinstance(value, str):
        return string_text(value)
    if isinstance(value, list):
        return "[" + ",".join(canonical(each) for each in value) + "]"
    by_units = sorted(value, key=lambda key: key.encode("utf-16-be", "surrogatepass"))
    return "{" + ",".join(string_text(key) + ":" + canonical(value[key]) for key in by_units) + "}"


def is_canonical(text):
    try:
        return canonical(parse(text)) == text
    except NotJson:
        return False


def is_count(value):
    """A whole number from 0 to 2^53 - 1, as `parse` gives numbers."""
    return isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value <= MAX_SIZE and value == int(value)


def is_hex(text, length):
    return isinstance(text, str) and len(text) == 2 * length and re.fullmatch("[0-9a-f]*", text) is not None


# --- Merkle tree (RFC 6962 section 2.1; proofs checked as in RFC 9162) ----------------------------------------------


def leaf_hash(data):
    return sha256(b"\x00" + data)


def node_hash(left, right):
    return sha256(b"\x01" + left + right)


class Tree:
    """A tree that only grows: the roots of its complete subtrees, largest first."""

    def __init__(self):
        self.size = 0
        self.peaks = []

    def append(self, leaf):
        carried = leaf
        size = self.size
        while size & 1:
            carried = node_hash(self.peaks.pop(), carried)
            size >>= 1
        self.peaks.append(carried)
        self.size += 1

    def root(self):
        if not self.peaks:
            return sha256(b"")
        result = self.peaks[-1]
        for peak in reversed(self.peaks[:-1]):
            result = node_hash(peak, result)
        return result


def holds_inclusion(index, size, leaf, root, proof):
    """Bit n of index and of the last index say on which side the n-th hash stands, or that there is none."""
    if not (is_count(index) and is_count(size)) or index >= size:
        return False
    if any(len(each) != 32 for each in [leaf, root, *proof]):
        return False
    here, last = int(index), int(size) - 1
    result = leaf
    steps = iter(proof)
    while last > 0:
        if here == last and not here & 1:
            here, last = here >> 1, last >> 1  # an only child: it is its parent
            continue
        sibling = next(steps, None)
        if sibling is None:
            return False
        result = node_hash(sibling, result) if here & 1 else node_hash(result, sibling)
        here, last = here >> 1, last >> 1
    return next(steps, None) is None and result == root


def holds_growth(old, new, old_root, new_root, proof):
    if not (is_count(old) and is_count(new)) or old > new:
        return False
    if any(len(each) != 32 for each in [old_root, new_root, *proof]):
        return False
    old, new = int(old), int(new)
    if old == 0 and old_root != sha256(b""):
        return False
    if old == new or old == 0:
        return not proof and (old == 0 < new or old_root == new_root)
    here, last = old - 1, new - 1
    while here & 1:  # up to the largest complete subtree that ends where the old tree ends
        here, last = here >> 1, last >> 1
    steps = list(proof)
    if here == 0:
        before = now = old_root  # the old tree is complete: its root is known and not in the proof
    elif steps:
        before = now = steps.pop(0)
    else:
        return False
    for step in steps:
        if last == 0:
            return False
        while here == last and here and not here & 1:
            here, last = here >> 1, last >> 1
        if here & 1:
            before, now = node_hash(step, before), node_hash(step, now)
        else:
            now = node_hash(now, step)
        here, last = here >> 1, last >> 1
    while last and here == last and not here & 1:
        here, last = here >> 1, last >> 1
    return last == 0 and before == old_root and now == new_root


# --- Ed25519 (RFC 8032 section 5.1; only verification, so nothing here is secret) -----------------------------------

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)


def point_add(a, b):
    """Sum of two points in extended coordinates X, Y, Z, T with x = X/Z, y = Y/Z, xy = T/Z."""
    e = (a[1] - a[0]) * (b[1] - b[0]) % P
    f = (a[1] + a[0]) * (b[1] + b[0]) % P
    g = 2 * a[3] * b[3] * D % P
    h = 2 * a[2] * b[2] % P
    i, j, k, m = f - e, h - g, h + g, f + e
    return (i * j % P, k * m % P, j * k % P, i * m % P)


def point_times(scalar, point):
    result = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            result = point_add(result, point)
        point = point_add(point, point)
        scalar >>= 1
    return result


def point_of(data):
    """Decodes 32 bytes; None when they are no point of the curve."""
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT_OF_MINUS_ONE % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = P - x
    return (x, y, 1, x * y % P)


def point_bytes(point):
    inverse = pow(point[2], P - 2, P)
    x, y = point[0] * inverse % P, point[1] * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, "little")


BASE = point_of((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def signature_holds(key, message, signature):
    if len(key) != 32 or len(signature) != 64:
        return False
    a = point_of(key)
    s = int.from_bytes(signature[32:], "little")
    if a is None or s >= L or point_of(signature[:32]) is None:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    minus_a = (P - a[0], a[1], a[2], P - a[3])
    return point_bytes(point_add(point_times(s, BASE), point_times(k, minus_a))) == signature[:32]


# --- Notes, keys, checkpoints (C2SP) ----------------------------------------------------------------------------------


def from_base64(text):
    """Bytes of strict base64; None when another text would give the same bytes, or none would."""
    try:
        data = base64.b64decode(text.encode("ascii"), validate=True)
    except (ValueError, UnicodeEncodeError):
        return None
    return data if base64.b64encode(data).decode() == text else None


def is_name(text):
    return text != "" and "+" not in text and not any(each.isspace() or each == "\ufeff" for each in text)


def key_id(name, key):
    return sha256(name.encode() + b"\n\x01" + key)[:4]


def parse_key(text):
    """Name and 32 bytes of a verifier key; None when it is malformed."""
    name, _, rest = text.partition("+")
    ident, _, encoded = rest.partition("+")
    data = from_base64(encoded)
    if not is_name(name) or not is_hex(ident, 4) or data is None or len(data) != 33 or data[0] != 1:
        return None
    return (name, data[1:]) if key_id(name, data[1:]).hex() == ident else None


def split_note(text):
    """Text and signature lines (name, id, bytes) of a note; None when it is not one."""
    body, gap, tail = text.rpartition("\n\n")
    if not gap or any(ord(each) < 32 and each != "\n" for each in text):
        return None
    if any(0xD800 <= ord(each) <= 0xDFFF for each in text):
        return None
    lines = tail.split("\n")
    if lines.pop() != "" or not 1 <= len(lines) <= 100:
        return None
    signatures = []
    for line in lines:
        words = line.split(" ")
        if len(words) != 3 or words[0] != "\u2014" or not is_name(words[1]):
            return None
        data = from_base64(words[2])
        if data is None or len(data) < 5:
            return None
        signatures.append((words[1], data[:4], data[4:]))
    return body + "\n", signatures


def open_note(text, key):
    """The text of a note that the key signed; None otherwise."""
    note = split_note(text)
    if note is None:
        return None
    body, signatures = note
    own = [each for each in signatures if each[0] == key[0] and each[1] == key_id(*key)]
    if own and all(signature_holds(key[1], body.encode(), each[2]) for each in own):
        return body
    return None


def parse_checkpoint(text):
    """Origin, size and root of a checkpoint, unverified; None when it is malformed."""
    note = split_note(text)
    if note is None:
        return None
    lines = note[0].split("\n")
    if len(lines) != 4 or not is_name(lines[0]) or not re.fullmatch("0|[1-9][0-9]{0,15}", lines[1]):
        return None
    root = from_base64(lines[2])
    if int(lines[1]) > MAX_SIZE or root is None or len(root) != 32:
        return None
    return lines[0], int(lines[1]), root


def open_checkpoint(text, key):
    """A checkpoint that the key signed and that bears its name, or the code of what is wrong."""
    head = parse_checkpoint(text)
    if head is None:
        return "checkpoint.malformed"
    if head[0] != key[0] or open_note(text, key) is None:
        return "checkpoint.signature"
    return head


# --- Entries and bundles ------------------------------------------------------------------------------------------------

LEAF_TEXTS = ("org", "kind", "subject", "at", "commit")


def parse_leaf(text):
    """The fields of a leaf; None when it is malformed."""
    try:
        leaf = parse(text)
        if not isinstance(leaf, dict) or canonical(leaf) != text:
            return None
    except NotJson:
        return None
    if set(leaf) - {"blob_commit", "trail_commit"} != {"v", "seq", *LEAF_TEXTS}:
        return None
    if not isinstance(leaf["v"], float) or leaf["v"] != (2 if "trail_commit" in leaf else 1) or not is_count(leaf["seq"]):
        return None
    if not all(isinstance(leaf[name], str) for name in LEAF_TEXTS) or not is_hex(leaf["commit"], 32):
        return None
    if any(name in leaf and not is_hex(leaf[name], 32) for name in ("blob_commit", "trail_commit")):
        return None
    return leaf


def utf8(text):
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        return None


def entry_faults(entry, org):
    leaf = parse_leaf(entry["leaf"])
    if leaf is None:
        return ["leaf.malformed"]
    faults = []
    if leaf["seq"] != entry["index"] or leaf["org"] != org:
        faults.append("leaf.place")
    salt_text, payload, artefact = entry["salt"], entry["payload"], entry["artefact"]
    salt = bytes.fromhex(salt_text) if is_hex(salt_text, 32) else None

    def committed(digest):
        return None if salt is None else sha256(salt + digest).hex()

    if payload is not None:
        data = utf8(payload)
        if data is None or committed(sha256(data)) != leaf["commit"] or not is_canonical(payload):
            faults.append("payload.commitment")
    if artefact is not None:
        if not is_hex(artefact, 32) or committed(bytes.fromhex(artefact)) != leaf.get("blob_commit") or salt is None:
            faults.append("artefact.commitment")
    elif salt_text is not None and "blob_commit" in leaf:
        faults.append("artefact.commitment")
    trail = entry.get("trail")
    if trail is not None:
        data = utf8(trail)
        if data is None or salt is None or committed(sha256(data)) != leaf.get("trail_commit"):
            faults.append("trail.commitment")
    return faults


def hashes_of(texts):
    """Hashes of a proof in lower-case hexadecimal; None when one is something else."""
    if not all(isinstance(each, str) and re.fullmatch("([0-9a-f]{2})*", each) for each in texts):
        return None
    return [bytes.fromhex(each) for each in texts]


def kept_fault(text, key, head, grown):
    """Why a head does not follow from a kept checkpoint. `grown(size, root)` answers for a smaller size."""
    if parse_checkpoint(text) is None:
        return "kept.malformed"
    old = open_checkpoint(text, key)
    if isinstance(old, str) or old[0] != head[0]:
        return "kept.signature"
    if old[1] > head[1]:
        return "kept.newer"
    if old[1] == head[1]:
        return None if old[2] == head[2] else "kept.inconsistent"
    if old[1] == 0:
        return None if old[2] == sha256(b"") else "kept.inconsistent"
    return grown(old[1], old[2])


def bundle_faults(bundle, held):
    key = parse_key(bundle["public_key"])
    if key is None:
        return [("key", "key.malformed")]
    found = []
    if held.get("key") is not None and held["key"].strip() != bundle["public_key"]:
        found.append(("key", "key.other"))
    head = open_checkpoint(bundle["checkpoint"], key)
    if isinstance(head, str):
        return found + [("checkpoint", head)]
    if held.get("checkpoint") is not None:

        def grown(size, root):
            proof = bundle["consistency"]
            if proof is None or proof["from"] != size:
                return "kept.unproved"
            hashes = hashes_of(proof["proof"])
            good = hashes is not None and holds_growth(size, head[1], root, head[2], hashes)
            return None if good else "kept.inconsistent"

        fault = kept_fault(held["checkpoint"], key, head, grown)
        if fault:
            found.append(("kept checkpoint", fault))
    org = head[0].rpartition("/")[2]
    committed = set()
    for entry in bundle["entries"]:
        item = "entry %d" % entry["index"]
        found += [(item, fault) for fault in entry_faults(entry, org)]
        data, hashes = utf8(entry["leaf"]), hashes_of(entry["proof"])
        if data is None or hashes is None or not holds_inclusion(entry["index"], head[1], leaf_hash(data), head[2], hashes):
            found.append((item, "proof.inclusion"))
        if "blob_commit" in (parse_leaf(entry["leaf"]) or {}):
            committed.add(entry["artefact"])
    for file in held.get("files") or []:
        if file["sha256"] not in committed:
            found.append(("file " + file["name"], "file.not_committed"))
    return found


# --- Exports --------------------------------------------------------------------------------------------------------------

UNLISTED = ("manifest.json", "manifest.note")


def parse_manifest(text):
    """Time and listed hashes of a manifest; None when it is malformed."""
    try:
        manifest = parse(text)
        if manifest["format"] != "assay-export-1" or not isinstance(manifest["made_at"], str):
            return None
        listed = {}
        for file in manifest["files"]:
            if not isinstance(file["path"], str) or not isinstance(file["sha256"], str) or file["path"] in listed:
                return None
            listed[file["path"]] = file["sha256"]
        return manifest["made_at"], listed
    except (NotJson, KeyError, TypeError):
        return None


def parse_entry(line):
    """A disclosed entry from its line; None when it is none."""
    try:
        entry = parse(line)
    except NotJson:
        return None
    if not isinstance(entry, dict) or not isinstance(entry.get("index"), float) or not isinstance(entry.get("leaf"), str):
        return None
    for name in ("salt", "payload", "artefact"):
        if name not in entry or not (entry[name] is None or isinstance(entry[name], str)):
            return None
    if not (entry.get("trail") is None or isinstance(entry["trail"], str)):
        return None
    return entry


def evidence_faults(text, told):
    """Compares `evidence.json` with the payloads that the ledger committed to, by subject and in order."""
    bad = [("evidence.json", "evidence.malformed")]
    try:
        versions = parse(text)
    except NotJson:
        return bad
    if not isinstance(versions, list):
        return bad
    found, seen = [], set()
    for version in versions:
        if not isinstance(version, dict):
            return bad
        ident, code, revision = version.get("id"), version.get("code"), version.get("revision")
        if not isinstance(ident, str) or not isinstance(code, str) or not isinstance(revision, float):
            return bad
        item = "evidence %s version %s" % (code, number_text(revision))
        known = told.get(ident, [])
        seen.add((ident, revision))
        if not (revision == int(revision) and 1 <= revision <= len(known)):
            found.append((item, "evidence.unrecorded"))
            continue
        try:
            same = known[int(revision) - 1] in (canonical(version), canonical(first_form(version)))
        except NotJson:
            same = False
        if not same:
            found.append((item, "evidence.differs"))
    for ident, payloads in told.items():
        for number in range(1, len(payloads) + 1):
            if (ident, number) not in seen:
                found.append(("evidence %s version %d" % (ident, number), "evidence.missing"))
    return found


def first_form(version):
    """What the first Assay committed to of a version: a part of it."""
    def member(name, key):
        value = version.get(name)
        return value.get(key) if isinstance(value, dict) else None

    controls = version.get("controls")
    said = {
        "artefact": member("artefact", "sha256"),
        "controls": sorted(each for each in controls if isinstance(each, str)) if isinstance(controls, list) else None,
    }
    for key in ("code", "title", "kind", "performed_at", "received_at", "covers", "captured_at"):
        said[key] = version.get(key)
    if version.get("revision") == 1:
        return said
    said["review"] = member("review", "state")
    said["by"] = version.get("changed_by")
    for key in ("revision", "withdrawn"):
        said[key] = version.get(key)
    return said


def erased_by(payload):
    """Hashes of the bytes whose key was destroyed, as the entry about a record says it."""
    try:
        listed = json.loads(payload)["erased"]["artefacts"]
    except (TypeError, ValueError, KeyError):
        return []
    return [each for each in listed if isinstance(each, str)] if isinstance(listed, list) else []


def export_faults(archive, held):
    """Everything that is wrong with an open ZIP file."""
    hashes, names = {}, archive.infolist()
    for info in names:
        if info.is_dir():
            continue
        digest = hashlib.sha256()
        try:
            with archive.open(info) as file:
                for chunk in iter(lambda: file.read(1 << 20), b""):
                    digest.update(chunk)
            value = digest.hexdigest()
        except (zipfile.BadZipFile, zlib.error, EOFError):
            value = "unreadable"  # a damaged file has no hash that could be listed
        hashes[info.filename] = "twice" if info.filename in hashes else value

    def text(name):
        if hashes.get(name, "unreadable") == "unreadable":
            return ""
        data = archive.read([info for info in names if info.filename == name][-1])
        return data.decode("utf-8", "replace")

    manifest = parse_manifest(text("manifest.json"))
    if manifest is None:
        return [("manifest.json", "manifest.malformed")]
    made_at, listed = manifest
    own = {path: value for path, value in hashes.items() if path not in UNLISTED}
    found = []
    for path, value in listed.items():
        if path not in own:
            found.append((path, "file.missing"))
        elif own[path] != value:
            found.append((path, "file.hash"))
    found += [(path, "file.extra") for path in own if path not in listed]
    key_text = text("ledger/key.txt")
    key = parse_key(key_text[:-1] if key_text.endswith("\n") else key_text)
    if key is None:
        return found + [("key", "key.malformed")]
    if held.get("key") is not None and held["key"].strip() != key_text.strip():
        found.append(("key", "key.other"))
    statement = "%s/export\n%s\n%s\n" % (key[0], made_at, hashes["manifest.json"])
    if open_note(text("manifest.note"), key) != statement:
        found.append(("manifest.json", "manifest.signature"))

    kept = parse_checkpoint(held["checkpoint"]) if held.get("checkpoint") is not None else None
    org = key[0].rpartition("/")[2]
    tree, told, kept_root = Tree(), {}, None
    missing, erased = [], set()
    lines = text("ledger/entries.ndjson").split("\n")
    for number, line in enumerate(lines[:-1] if lines[-1] == "" else lines):
        item = "entry %d" % number
        entry = parse_entry(line)
        if entry is None:
            found.append((item, "leaf.malformed"))
            continue
        if entry["index"] != number:
            found.append((item, "leaf.place"))
        found += [(item, fault) for fault in entry_faults({**entry, "index": number}, org)]
        if entry["artefact"] is not None and "artefacts/" + entry["artefact"] not in own:
            missing.append((item, entry["artefact"]))
        leaf = parse_leaf(entry["leaf"])
        if leaf is not None and leaf["kind"].startswith("evidence."):
            told.setdefault(leaf["subject"], []).append(entry["payload"])
            if leaf["kind"] == "evidence.erased":
                erased.update(erased_by(entry["payload"]))
        tree.append(leaf_hash(entry["leaf"].encode("utf-8", "surrogatepass")))
        if kept is not None and tree.size == kept[1]:
            kept_root = tree.root()
    # Bytes may be gone when an entry of the ledger says that they were erased.
    found += [(item, "artefact.missing") for item, sha256 in missing if sha256 not in erased]

    head = open_checkpoint(text("ledger/checkpoint.txt"), key)
    if isinstance(head, str):
        found.append(("checkpoint", head))
    else:
        if head[1] != tree.size:
            found.append(("ledger", "tree.size"))
        elif head[2] != tree.root():
            found.append(("ledger", "tree.root"))
        if held.get("checkpoint") is not None:
            fault = kept_fault(held["checkpoint"], key, head, lambda size, root: None if kept_root == root else "kept.inconsistent")
            if fault:
                found.append(("kept checkpoint", fault))
    return found + evidence_faults(text("evidence.json"), told)


# --- Vectors --------------------------------------------------------------------------------------------------------------


def counted(count):
    return [leaf_hash(str(i).encode()) for i in range(int(count))]


def root_of(leaves):
    tree = Tree()
    for leaf in leaves:
        tree.append(leaf)
    return tree.root()


def run_tiles(case):
    level, row, tiles = 0, counted(case["size"]), []
    while row:
        parts = [row[i : i + 256] for i in range(0, len(row), 256)]
        for index, part in enumerate(parts):
            tiles.append({"level": level, "index": index, "width": len(part), "sha256": sha256(b"".join(part)).hex()})
        row = [root_of(part) for part in parts if len(part) == 256]
        level += 1
    return len(tiles) == case["count"] and all(each in tiles for each in case["expect"])


def run_canonical(case):
    try:
        value = struct.unpack(">d", bytes.fromhex(case["bits"]))[0] if "bits" in case else parse(case["json"])
        return canonical(value) == case["expect"]
    except NotJson:
        return case["expect"] is None


def run_checkpoint(case):
    key = parse_key(case["key"])
    head = "key.malformed" if key is None else open_checkpoint(case["note"], key)
    if isinstance(head, str):
        return head == case["expect"]
    return {"origin": head[0], "size": head[1], "root": head[2].hex()} == case["expect"]


def run_entry(case):
    leaf = utf8(case["entry"]["leaf"])
    right = entry_faults(case["entry"], case["org"]) == case["expect"]
    return right and ("leaf_hash" not in case or leaf_hash(leaf).hex() == case["leaf_hash"])


def blob(text):
    return bytes.fromhex(text)


RUNS = {
    "roots.json": lambda case: root_of(
        counted(case["count"]) if "count" in case else [leaf_hash(blob(each)) for each in case["data"]]
    ).hex()
    == case["expect"],
    "inclusion.json": lambda case: holds_inclusion(
        case["index"], case["size"], blob(case["leaf_hash"]), blob(case["root"]), [blob(each) for each in case["proof"]]
    )
    == case["expect"],
    "consistency.json": lambda case: holds_growth(
        case["from"], case["to"], blob(case["old_root"]), blob(case["new_root"]), [blob(each) for each in case["proof"]]
    )
    == case["expect"],
    "tiles.json": run_tiles,
    "canonical.json": run_canonical,
    "entries.json": run_entry,
    "signatures.json": lambda case: signature_holds(blob(case["key"]), blob(case["message"]), blob(case["signature"])) == case["expect"],
    "checkpoints.json": run_checkpoint,
    "bundles.json": lambda case: sorted(bundle_faults(case["bundle"], case["held"])) == sorted(map(tuple, case["expect"])),
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


# --- Command line -----------------------------------------------------------------------------------------------------------


def text_of(path):
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()


def file_claim(path):
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        for chunk in iter(lambda: file.read(1 << 20), b""):
            digest.update(chunk)
    return {"name": re.split(r"[\\/]", path)[-1], "sha256": digest.hexdigest()}


def held_by(arguments):
    key = arguments.key
    return {
        "key": text_of(key) if key is not None and "+" not in key else key,
        "checkpoint": None if arguments.checkpoint is None else text_of(arguments.checkpoint),
        "files": [file_claim(path) for path in getattr(arguments, "file", None) or []],
    }


def main():
    parser = argparse.ArgumentParser(description="Verifies bundles and exports of Assay's ledger.")
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("bundle", "export"):
        command = commands.add_parser(name)
        command.add_argument("paths", nargs="+", metavar="path")
        command.add_argument("--checkpoint", help="a checkpoint that you kept")
        command.add_argument("--key", help="the verifier key that you know, or a file that holds it")
        command.add_argument("--json", action="store_true", help="print the findings as JSON")
        if name == "bundle":
            command.add_argument("--file", action="append", help="a file whose bytes must be committed to")
    commands.add_parser("vectors").add_argument("directory")
    arguments = parser.parse_args()
    if arguments.command == "vectors":
        return run_vectors(arguments.directory)
    try:
        held = held_by(arguments)
    except (OSError, UnicodeDecodeError) as cause:
        print(cause, file=sys.stderr)
        return 2
    return max(judge(path, arguments, held) for path in arguments.paths)


def judge(path, arguments, held):
    """Verifies one file, prints what was found and gives the exit code."""
    try:
        if arguments.command == "bundle":
            bundle = parse(text_of(path))
            if bundle.get("format") != "assay-bundle-1":
                raise NotJson("not a bundle")
            found = bundle_faults(bundle, held)
        else:
            with zipfile.ZipFile(path) as archive:
                found = export_faults(archive, held)
    except (OSError, UnicodeDecodeError, NotJson, AttributeError, KeyError, TypeError, zipfile.BadZipFile) as cause:
        print("%s cannot be read: %s" % (path, cause), file=sys.stderr)
        return 2
    if arguments.json:
        print(json.dumps({"ok": not found, "faults": [{"item": item, "fault": fault} for item, fault in found]}))
        return 1 if found else 0
    count = {0: "every claim holds", 1: "one fault"}.get(len(found), "%d faults" % len(found))
    print("%s: %s" % (path, count))
    for item, fault in found:
        print("  %s: %s" % (item, fault))
    if not found and held["key"] is None and held["checkpoint"] is None:
        print("  The key is the one that came with it: compare it with one that you got otherwise (--key),")
        print("  or keep a checkpoint and give it next time (--checkpoint).")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
