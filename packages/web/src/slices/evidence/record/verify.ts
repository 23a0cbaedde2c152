// Checks a record's proof here, in the reader's own browser: the bytes, each entry's place in the tree,
// the signature under the tree's head, and that the tree only grew since this browser last looked.
// What cannot be checked here is said to be unchecked, never passed.
import {
  commitment,
  fromBase64,
  fromHex,
  leafBytes,
  leafHash,
  toHex,
  verifyConsistency,
  verifyInclusion,
} from '@assay/core';
import { sha256 } from '@noble/hashes/sha2.js';

export interface Step {
  readonly state: 'checked' | 'wrong' | 'unchecked';
  readonly title: string;
  readonly detail: string;
}

/** A proof as the server gives it; salts are there where the server discloses them. */
export interface ProofGiven {
  readonly checkpoint: string;
  readonly public_key: string;
  readonly entries: readonly {
    readonly index: number;
    readonly leaf: string;
    readonly proof: readonly string[];
    readonly salt?: string | null | undefined;
  }[];
}

interface Head {
  readonly body: string;
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

/** The bytes hash to what the record says. */
export async function checkBytes(bytes: Uint8Array<ArrayBuffer>, recorded: string): Promise<Step> {
  const digest = toHex(await digestOf(bytes));
  return {
    state: digest === recorded ? 'checked' : 'wrong',
    title: 'The bytes are those that were recorded',
    detail:
      digest === recorded
        ? `SHA-256 of ${bytes.length.toLocaleString('en')} downloaded bytes is ${digest}`
        : `the downloaded bytes hash to ${digest}, the record says ${recorded}`,
  };
}

/** Each entry of the record stands in the tree whose head was signed. */
export function checkEntries(given: ProofGiven): readonly Step[] {
  const head = headOf(given.checkpoint);
  if (!head) return [{ state: 'wrong', title: 'The head of the ledger', detail: 'it is malformed' }];
  return given.entries.map((entry) => {
    const proof = entry.proof.map(fromHex);
    const whole = proof.filter((hash) => hash !== undefined);
    const leaf = leafHash(leafBytes(entry.leaf), sha256);
    const claim = { index: entry.index, size: head.size, leaf, root: head.root, proof: whole };
    const stands = whole.length === proof.length && verifyInclusion(claim, sha256);
    return {
      state: stands ? 'checked' : 'wrong',
      title: `Entry ${entry.index} stands in the ledger`,
      detail: stands
        ? `${kindOf(entry.leaf)}; ${whole.length} hashes lead from it to the root of ${head.size} entries`
        : 'the path does not lead to the signed root',
    };
  });
}

/** The entry that recorded the bytes commits to them under its salt. */
export function checkCommitment(given: ProofGiven, recorded: string): Step {
  const title = 'An entry commits to these bytes';
  const digest = fromHex(recorded);
  const salted = given.entries.filter((entry) => typeof entry.salt === 'string');
  if (salted.length === 0 || !digest)
    return {
      state: 'unchecked',
      title,
      detail: 'the salt stays with the server; “assay verify” checks it there',
    };
  const found = salted.find(({ salt, leaf }) => {
    const bytes = fromHex(salt ?? '');
    return bytes !== undefined && leaf.includes(`"blob_commit":"${commitment(bytes, digest, sha256)}"`);
  });
  return found
    ? {
        state: 'checked',
        title,
        detail: `entry ${found.index} holds SHA-256 of its salt and the file’s hash`,
      }
    : { state: 'wrong', title, detail: 'no entry of this record commits to this file' };
}

/** The head is signed with the ledger's own key (Ed25519, C2SP signed note). */
export async function checkSignature(given: ProofGiven): Promise<Step> {
  const title = 'The head of the ledger is signed';
  const head = headOf(given.checkpoint);
  // name+id+key: the key is base64 and may hold a plus of its own.
  const [, name = '', id = '', encoded = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(given.public_key) ?? [];
  const key = fromBase64(encoded)?.slice(1);
  const line = /\n\u2014 (\S+) (\S+)\n/.exec(given.checkpoint);
  const signature = fromBase64(line?.[2] ?? '')?.slice(4);
  if (!head || !key || !signature || line?.[1] !== head.origin)
    return { state: 'wrong', title, detail: 'the signature or the key is malformed' };
  const valid = await verifyEd25519(key, new TextEncoder().encode(head.body), signature);
  if (valid === undefined)
    return { state: 'unchecked', title, detail: 'this browser cannot check Ed25519; the command line can' };
  return {
    state: valid ? 'checked' : 'wrong',
    title,
    detail: valid ? `with the key ${name}+${id}` : 'the signature is not of this key',
  };
}

/** The tree of the kept head grew into the present one, nothing in it was changed or taken out. */
export function checkGrowth(kept: string, now: string, proof: readonly string[]): Step {
  const title = 'The ledger only grew since this browser last looked';
  const [old, head] = [headOf(kept), headOf(now)];
  const hashes = proof.map(fromHex).filter((hash) => hash !== undefined);
  const grown =
    old !== undefined &&
    head !== undefined &&
    old.origin === head.origin &&
    verifyConsistency(
      { from: old.size, to: head.size, oldRoot: old.root, newRoot: head.root, proof: hashes },
      sha256,
    );
  return grown
    ? { state: 'checked', title, detail: `from ${old.size} to ${head.size} entries` }
    : { state: 'wrong', title, detail: 'what was signed then is not part of what is signed now' };
}

/** How many entries a head counts; undefined for what is no head. */
export function sizeOf(checkpoint: string): number | undefined {
  return headOf(checkpoint)?.size;
}

function headOf(checkpoint: string): Head | undefined {
  const cut = checkpoint.indexOf('\n\n');
  const body = checkpoint.slice(0, cut + 1);
  const [origin = '', size = '', root = ''] = body.split('\n');
  const bytes = fromBase64(root);
  return cut > 0 && /^\d{1,15}$/.test(size) && bytes?.length === 32
    ? { body, origin, size: Number(size), root: bytes }
    : undefined;
}

async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  // Without a secure context (plain HTTP to another machine) there is no WebCrypto.
  const subtle = globalThis.isSecureContext === false ? undefined : crypto.subtle;
  return subtle ? new Uint8Array(await subtle.digest('SHA-256', bytes)) : sha256(bytes);
}

async function verifyEd25519(
  key: Uint8Array,
  message: Uint8Array<ArrayBuffer>,
  signature: Uint8Array,
): Promise<boolean | undefined> {
  try {
    const imported = await crypto.subtle.importKey('raw', key.slice(), { name: 'Ed25519' }, false, [
      'verify',
    ]);
    return await crypto.subtle.verify({ name: 'Ed25519' }, imported, signature.slice(), message);
  } catch {
    return undefined;
  }
}

function kindOf(leaf: string): string {
  return /"kind":"([a-z_.]+)"/.exec(leaf)?.[1]?.replace('.', ' ') ?? 'an entry';
}
