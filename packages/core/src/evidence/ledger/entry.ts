// Reading an entry back: is the leaf one that this format writes, and does what was disclosed match its commitments?
import { fromHex, toUtf8 } from './bytes.ts';
import { canonicalText, type JsonValue } from './canonical.ts';
import { commitment } from './leaf.ts';
import { HASH_BYTES, type Sha256 } from './hash.ts';
import { isObject, parsedJson } from './parsed.ts';

/** The fields of a leaf (see vectors/ledger/README.md). */
export interface Leaf {
  readonly org: string;
  readonly seq: number;
  readonly kind: string;
  readonly subject: string;
  readonly at: string;
  readonly commit: string;
  readonly blobCommit: string | undefined;
  /** Who did it and from where; leaves of version 1 say nothing of that. */
  readonly trailCommit: string | undefined;
}

/** An entry as somebody hands it over; salt and payload may be withheld, or erased for good. */
export interface DisclosedEntry {
  readonly index: number;
  readonly leaf: string;
  /** 32 bytes, hexadecimal. */
  readonly salt: string | null;
  /** Canonical JSON text of what was recorded. */
  readonly payload: string | null;
  /** SHA-256 of the artefact, hexadecimal; null when there is none. */
  readonly artefact: string | null;
  /** Canonical JSON text of who did it and from where; withheld where there is none. */
  readonly trail?: string | null;
}

export const ENTRY_FAULTS = [
  'leaf.malformed',
  'leaf.place',
  'payload.commitment',
  'artefact.commitment',
  'trail.commitment',
] as const;
export type EntryFault = (typeof ENTRY_FAULTS)[number];

const TEXTS = ['org', 'kind', 'subject', 'at', 'commit'] as const;
const HASH_TEXT = /^[0-9a-f]{64}$/;

/** Takes a leaf apart; undefined unless it is canonical JSON with exactly the fields of this format. */
export function readLeaf(text: string): Leaf | undefined {
  const fields = parsedJson(text);
  if (!isObject(fields) || !isCanonical(text)) return undefined;
  const { v, seq, blob_commit: blobCommit, trail_commit: trailCommit } = fields;
  if (v !== (trailCommit === undefined ? 1 : 2)) return undefined;
  const [org, kind, subject, at, commit] = TEXTS.map((name) => fields[name]);
  const known = TEXTS.length + 2 + (blobCommit === undefined ? 0 : 1) + (trailCommit === undefined ? 0 : 1);
  if (
    Object.keys(fields).length !== known ||
    typeof seq !== 'number' ||
    !Number.isSafeInteger(seq) ||
    seq < 0
  )
    return undefined;
  if (typeof org !== 'string' || typeof kind !== 'string' || typeof subject !== 'string') return undefined;
  if (typeof at !== 'string' || typeof commit !== 'string' || !HASH_TEXT.test(commit)) return undefined;
  if (!mayBeHash(blobCommit) || !mayBeHash(trailCommit)) return undefined;
  return { org, seq, kind, subject, at, commit, blobCommit, trailCommit };
}

/** What is wrong with an entry of an organisation, apart from its place in the tree; empty when nothing is. */
export function entryFaults(entry: DisclosedEntry, org: string, sha256: Sha256): readonly EntryFault[] {
  const leaf = readLeaf(entry.leaf);
  if (!leaf) return ['leaf.malformed'];
  const faults: EntryFault[] = [];
  if (leaf.seq !== entry.index || leaf.org !== org) faults.push('leaf.place');
  const trail = entry.trail ?? null;
  if (entry.salt === null) {
    // Without the salt nothing that was disclosed can be checked, so nothing may be claimed.
    if (entry.payload !== null) faults.push('payload.commitment');
    if (entry.artefact !== null) faults.push('artefact.commitment');
    if (trail !== null) faults.push('trail.commitment');
    return faults;
  }
  const salt = fromHex(entry.salt);
  const payload = entry.payload === null ? undefined : toUtf8(entry.payload);
  const saltFits = salt?.length === HASH_BYTES;
  if (entry.payload !== null) {
    const fits = saltFits && payload && commitment(salt, sha256(payload), sha256) === leaf.commit;
    if (!fits || !isCanonical(entry.payload)) faults.push('payload.commitment');
  }
  const blob = entry.artefact === null ? undefined : fromHex(entry.artefact);
  const expected = blob && saltFits ? commitment(salt, blob, sha256) : undefined;
  if (expected !== leaf.blobCommit || (entry.artefact !== null && !HASH_TEXT.test(entry.artefact)))
    faults.push('artefact.commitment');
  const told = trail === null ? undefined : toUtf8(trail);
  if (trail !== null && !(told && saltFits && commitment(salt, sha256(told), sha256) === leaf.trailCommit))
    faults.push('trail.commitment');
  return faults;
}

function mayBeHash(value: JsonValue | undefined): value is string | undefined {
  return value === undefined || (typeof value === 'string' && HASH_TEXT.test(value));
}

function isCanonical(text: string): boolean {
  const value = parsedJson(text);
  const again = value === undefined ? undefined : canonicalText(value);
  return again?.ok === true && again.value === text;
}
