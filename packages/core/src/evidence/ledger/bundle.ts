// A proof to keep: entries, their proofs and a signed head, judged by whoever holds nothing but this and, at
// best, an older checkpoint. Every refusal has a code, so that two verifiers can be compared.
import { fromHex, toHex } from './bytes.ts';
import { parseCheckpoint, verifyCheckpoint, type Checkpoint } from './checkpoint.ts';
import { ENTRY_FAULTS, entryFaults, readLeaf, type DisclosedEntry } from './entry.ts';
import { leafHash, sameHash, type Sha256 } from './hash.ts';
import { leafBytes } from './leaf.ts';
import { parseVerifierKey, type NamedKey, type VerifySignature } from './note.ts';
import { verifyConsistency, verifyInclusion } from './proof.ts';

export const BUNDLE_FORMAT = 'assay-bundle-1';

export interface Bundle {
  readonly format: typeof BUNDLE_FORMAT;
  /** C2SP verifier key of the ledger. */
  readonly public_key: string;
  /** C2SP signed checkpoint that the entries are proved against. */
  readonly checkpoint: string;
  readonly entries: readonly (DisclosedEntry & { readonly proof: readonly string[] })[];
  /** Proof that the tree of `from` entries grew into the tree of the checkpoint. */
  readonly consistency: { readonly from: number; readonly proof: readonly string[] } | null;
}

/** What the verifier holds beside the bundle. */
export interface Held {
  /** Verifier key that was got in another way; without it the bundle's own key is believed. */
  readonly key?: string | undefined;
  /** Checkpoint that was kept. */
  readonly checkpoint?: string | undefined;
  /** SHA-256 (hexadecimal) of files that came with the bundle. */
  readonly files?: readonly { readonly name: string; readonly sha256: string }[] | undefined;
}

export const BUNDLE_FAULTS = [
  ...ENTRY_FAULTS,
  'key.malformed',
  'key.other',
  'checkpoint.malformed',
  'checkpoint.signature',
  'proof.inclusion',
  'kept.malformed',
  'kept.signature',
  'kept.newer',
  'kept.unproved',
  'kept.inconsistent',
  'file.not_committed',
] as const;
export type BundleFault = (typeof BUNDLE_FAULTS)[number];

export interface BundleFinding {
  /** `key`, `checkpoint`, `kept checkpoint`, `entry 12` or `file NAME`. */
  readonly item: string;
  readonly fault: BundleFault;
}

export interface Ports {
  readonly sha256: Sha256;
  readonly verify: VerifySignature;
}

/** Everything that is wrong with a bundle; empty when every claim in it holds. */
export function bundleFaults(bundle: Bundle, held: Held, ports: Ports): readonly BundleFinding[] {
  const key = parseVerifierKey(bundle.public_key, ports.sha256);
  if (!key) return [{ item: 'key', fault: 'key.malformed' }];
  const findings: BundleFinding[] = [];
  if (held.key !== undefined && held.key.trim() !== bundle.public_key)
    findings.push({ item: 'key', fault: 'key.other' });
  const head = verifyCheckpoint(bundle.checkpoint, key.publicKey, ports);
  if (!head.ok)
    return [
      ...findings,
      {
        item: 'checkpoint',
        fault: head.error.code === 'checkpoint.signature' ? head.error.code : 'checkpoint.malformed',
      },
    ];
  if (head.value.origin !== key.name)
    return [...findings, { item: 'checkpoint', fault: 'checkpoint.signature' }];
  const kept =
    held.checkpoint === undefined
      ? undefined
      : keptFault(held.checkpoint, { key, head: head.value, bundle }, ports);
  return [
    ...findings,
    ...(kept === undefined ? [] : [{ item: 'kept checkpoint', fault: kept }]),
    ...bundle.entries.flatMap((entry) => entryFindings(entry, head.value, ports.sha256)),
    ...(held.files ?? []).flatMap((file) =>
      bundle.entries.some(
        (entry) => entry.artefact === file.sha256 && readLeaf(entry.leaf)?.blobCommit !== undefined,
      )
        ? []
        : [{ item: `file ${file.name}`, fault: 'file.not_committed' as const }],
    ),
  ];
}

/** Organisation of an origin such as `assay.local/org_…`. */
export function orgOfOrigin(origin: string): string {
  return origin.slice(origin.lastIndexOf('/') + 1);
}

/**
 * Why a head does not follow from a checkpoint that was kept; undefined when it does.
 * `grown` is the consistency proof that came with the head.
 */
export function keptFault(
  kept: string,
  now: {
    readonly key: NamedKey;
    readonly head: Checkpoint;
    readonly bundle: Pick<Bundle, 'consistency'>;
  },
  ports: Ports,
): BundleFault | undefined {
  if (!parseCheckpoint(kept).ok) return 'kept.malformed';
  const old = verifyCheckpoint(kept, now.key.publicKey, ports);
  if (!old.ok || old.value.origin !== now.head.origin) return 'kept.signature';
  if (old.value.size > now.head.size) return 'kept.newer';
  if (old.value.size === now.head.size)
    return sameHash(old.value.root, now.head.root) ? undefined : 'kept.inconsistent';
  const grown = now.bundle.consistency;
  if (old.value.size > 0 && grown?.from !== old.value.size) return 'kept.unproved';
  const proof = hashesOf(old.value.size === 0 ? [] : (grown?.proof ?? []));
  const claim = { from: old.value.size, to: now.head.size, oldRoot: old.value.root, newRoot: now.head.root };
  return proof && verifyConsistency({ ...claim, proof }, ports.sha256) ? undefined : 'kept.inconsistent';
}

function entryFindings(
  entry: Bundle['entries'][number],
  head: Checkpoint,
  sha256: Sha256,
): readonly BundleFinding[] {
  const item = `entry ${entry.index}`;
  const proof = hashesOf(entry.proof);
  const leaf = leafHash(leafBytes(entry.leaf), sha256);
  const included =
    proof && verifyInclusion({ index: entry.index, size: head.size, leaf, root: head.root, proof }, sha256);
  return [
    ...entryFaults(entry, orgOfOrigin(head.origin), sha256).map((fault) => ({ item, fault })),
    ...(included ? [] : [{ item, fault: 'proof.inclusion' as const }]),
  ];
}

/** Hashes of hexadecimal texts; undefined when one of them is not lower-case hexadecimal. */
function hashesOf(texts: readonly string[]): readonly Uint8Array[] | undefined {
  const hashes = texts.flatMap((text) => {
    const bytes = fromHex(text);
    return bytes && toHex(bytes) === text ? [bytes] : [];
  });
  return hashes.length === texts.length ? hashes : undefined;
}
