// A whole export, judged offline: every file against the signed manifest, the tree from its entries, and every record
// against what the ledger committed to. Reading the archive is somebody else's business.
import { keptFault, orgOfOrigin, type BundleFault, type Held, type Ports } from './bundle.ts';
import { verifyCheckpoint, parseCheckpoint, type Checkpoint } from './checkpoint.ts';
import { commitsToVersion } from './committed.ts';
import { entryFaults, readLeaf, type DisclosedEntry } from './entry.ts';
import { emptyRoot, leafHash, sameHash, type Sha256 } from './hash.ts';
import { leafBytes } from './leaf.ts';
import { openNote, parseVerifierKey, type NamedKey } from './note.ts';
import { isList, isObject, parsedJson } from './parsed.ts';
import type { ReadTile } from './tile.ts';
import { appendLeaves } from './tree.ts';

export const EXPORT_FORMAT = 'assay-export-1';

/** What was read from an archive. */
export interface ExportContents {
  /** Text of `manifest.json`, `manifest.note`, `ledger/key.txt`, `ledger/checkpoint.txt`, `evidence.json`; empty when missing. */
  readonly manifest: string;
  readonly manifestNote: string;
  readonly key: string;
  readonly checkpoint: string;
  readonly evidence: string;
  /** Lines of `ledger/entries.ndjson`. */
  readonly entries: Iterable<string>;
  /** SHA-256 (hexadecimal) of every file but the manifest and its note, by path. */
  readonly hashes: ReadonlyMap<string, string>;
  /** SHA-256 of `manifest.json`. */
  readonly manifestHash: string;
}

export const EXPORT_FAULTS = [
  'manifest.malformed',
  'manifest.signature',
  'file.missing',
  'file.extra',
  'file.hash',
  'tree.size',
  'tree.root',
  'artefact.missing',
  'evidence.malformed',
  'evidence.unrecorded',
  'evidence.differs',
  'evidence.missing',
] as const;
export type ExportFault = (typeof EXPORT_FAULTS)[number];

export interface ExportFinding {
  readonly item: string;
  readonly fault: ExportFault | BundleFault;
}

/** The text under the manifest's signature; its second line keeps it from being read as a checkpoint. */
export function manifestStatement(origin: string, madeAt: string, manifestHash: string): string {
  return `${origin}/export\n${madeAt}\n${manifestHash}\n`;
}

/** Everything that is wrong with an export; `held.files` is not looked at. */
export function exportFaults(contents: ExportContents, held: Held, ports: Ports): readonly ExportFinding[] {
  const manifest = manifestOf(contents.manifest);
  if (!manifest) return [{ item: 'manifest.json', fault: 'manifest.malformed' }];
  const files = fileFindings(manifest.files, contents.hashes);
  const key = parseVerifierKey(contents.key.replace(/\n$/, ''), ports.sha256);
  if (!key) return [...files, { item: 'key', fault: 'key.malformed' }];
  const findings: ExportFinding[] = [...files];
  if (held.key !== undefined && held.key.trim() !== contents.key.trim())
    findings.push({ item: 'key', fault: 'key.other' });
  const statement = manifestStatement(key.name, manifest.madeAt, contents.manifestHash);
  if (openNote(contents.manifestNote, key, ports) !== statement)
    findings.push({ item: 'manifest.json', fault: 'manifest.signature' });
  const kept = held.checkpoint === undefined ? undefined : parseCheckpoint(held.checkpoint);
  const ledger = new Ledger(key, kept?.ok === true ? kept.value.size : undefined, ports.sha256);
  for (const line of contents.entries) ledger.take(line, contents.hashes);
  ledger.flush();
  return [
    ...findings,
    ...ledger.findings,
    ...ledger.missing(),
    ...headFindings({ contents, key, ledger, kept: held.checkpoint }, ports),
    ...ledger.compare(contents.evidence),
  ];
}

function headFindings(
  at: {
    readonly contents: ExportContents;
    readonly key: NamedKey;
    readonly ledger: Ledger;
    readonly kept: string | undefined;
  },
  ports: Ports,
): readonly ExportFinding[] {
  const head = verifyCheckpoint(at.contents.checkpoint, at.key.publicKey, ports);
  if (!head.ok || head.value.origin !== at.key.name) {
    const malformed = !head.ok && head.error.code === 'checkpoint.malformed';
    return [{ item: 'checkpoint', fault: malformed ? 'checkpoint.malformed' : 'checkpoint.signature' }];
  }
  const findings: ExportFinding[] = [];
  if (head.value.size !== at.ledger.size) findings.push({ item: 'ledger', fault: 'tree.size' });
  else if (!sameHash(head.value.root, at.ledger.root)) findings.push({ item: 'ledger', fault: 'tree.root' });
  const fault =
    at.kept === undefined ? undefined : keptByEntries(at.kept, { ...at, head: head.value }, ports);
  return fault === undefined ? findings : [...findings, { item: 'kept checkpoint', fault }];
}

/** All entries are there, so the kept root is computed instead of proved. */
function keptByEntries(
  kept: string,
  at: { readonly key: NamedKey; readonly ledger: Ledger; readonly head: Checkpoint },
  ports: Ports,
): BundleFault | undefined {
  const fault = keptFault(kept, { ...at, bundle: { consistency: null } }, ports);
  const old = parseCheckpoint(kept);
  if (fault !== 'kept.unproved' || !old.ok) return fault;
  const own = at.ledger.rootAtKept;
  return own && sameHash(own, old.value.root) ? undefined : 'kept.inconsistent';
}

function fileFindings(
  listed: ReadonlyMap<string, string>,
  hashes: ReadonlyMap<string, string>,
): readonly ExportFinding[] {
  return [
    ...[...listed].flatMap(([item, sha256]): readonly ExportFinding[] => {
      const found = hashes.get(item);
      if (found === sha256) return [];
      return [{ item, fault: found === undefined ? 'file.missing' : 'file.hash' }];
    }),
    ...[...hashes.keys()]
      .filter((item) => !listed.has(item))
      .map((item) => ({ item, fault: 'file.extra' as const })),
  ];
}

/** The ledger of an export while its lines come by. */
class Ledger {
  readonly findings: ExportFinding[] = [];
  readonly #key: NamedKey;
  readonly #keptSize: number | undefined;
  readonly #sha256: Sha256;
  readonly #tiles = new Map<string, Uint8Array>();
  readonly #read: ReadTile = (id) => this.#tiles.get(`${id.level}/${id.index}`);
  /** Payloads of entries about records, by subject, in order. */
  readonly #told = new Map<string, string[]>();
  /** Bytes that an entry speaks of and that are not there, and those that an entry says were erased. */
  readonly #missing: { readonly item: string; readonly sha256: string }[] = [];
  readonly #erased = new Set<string>();
  #waiting: Uint8Array[] = [];
  #count = 0;
  size = 0;
  root: Uint8Array;
  rootAtKept: Uint8Array | undefined;

  constructor(key: NamedKey, keptSize: number | undefined, sha256: Sha256) {
    this.#key = key;
    this.#keptSize = keptSize;
    this.#sha256 = sha256;
    this.root = emptyRoot(sha256);
    if (keptSize === 0) this.rootAtKept = this.root;
  }

  take(line: string, hashes: ReadonlyMap<string, string>): void {
    const entry = entryOf(line);
    const index = this.#count;
    const item = `entry ${index}`;
    this.#count += 1;
    if (entry?.index !== index) {
      this.findings.push({ item, fault: entry ? 'leaf.place' : 'leaf.malformed' });
      if (!entry) return;
    }
    const faults = entryFaults({ ...entry, index }, orgOfOrigin(this.#key.name), this.#sha256);
    for (const fault of faults) this.findings.push({ item, fault });
    if (entry.artefact !== null && !hashes.has(`artefacts/${entry.artefact}`))
      this.#missing.push({ item, sha256: entry.artefact });
    const leaf = readLeaf(entry.leaf);
    if (leaf?.kind.startsWith('evidence.'))
      this.#told.set(leaf.subject, [...(this.#told.get(leaf.subject) ?? []), entry.payload ?? '']);
    if (leaf?.kind === 'evidence.erased')
      for (const sha256 of erasedBy(entry.payload)) this.#erased.add(sha256);
    this.#waiting.push(leafHash(leafBytes(entry.leaf), this.#sha256));
    if (this.#waiting.length >= 4096 || this.size + this.#waiting.length === this.#keptSize) this.flush();
  }

  /** Bytes may be gone when an entry of the ledger says that they were erased. */
  missing(): readonly ExportFinding[] {
    return this.#missing
      .filter(({ sha256 }) => !this.#erased.has(sha256))
      .map(({ item }) => ({ item, fault: 'artefact.missing' as const }));
  }

  flush(): void {
    const tree = { size: this.size, read: this.#read };
    const grown = appendLeaves(tree, this.#waiting, this.#sha256);
    for (const tile of grown.changed) this.#tiles.set(`${tile.level}/${tile.index}`, tile.hashes);
    this.#waiting = [];
    this.size = grown.size;
    this.root = grown.root;
    if (this.size === this.#keptSize) this.rootAtKept = this.root;
  }

  /** Compares the versions in `evidence.json` with what the ledger committed to. */
  compare(text: string): readonly ExportFinding[] {
    const versions = parsedJson(text);
    if (!isList(versions)) return [{ item: 'evidence.json', fault: 'evidence.malformed' }];
    const findings: ExportFinding[] = [];
    const seen = new Map<string, Set<number>>();
    for (const version of versions) {
      if (!isObject(version)) return [{ item: 'evidence.json', fault: 'evidence.malformed' }];
      const { id, code, revision } = version;
      if (typeof id !== 'string' || typeof code !== 'string' || typeof revision !== 'number')
        return [{ item: 'evidence.json', fault: 'evidence.malformed' }];
      const told = this.#told.get(id)?.[revision - 1];
      seen.set(id, (seen.get(id) ?? new Set()).add(revision));
      if (told !== undefined && commitsToVersion(told, version)) continue;
      const item = `evidence ${code} version ${revision}`;
      findings.push({ item, fault: told === undefined ? 'evidence.unrecorded' : 'evidence.differs' });
    }
    for (const [id, told] of this.#told)
      told.forEach((_, i) => {
        if (seen.get(id)?.has(i + 1)) return;
        findings.push({ item: `evidence ${id} version ${i + 1}`, fault: 'evidence.missing' });
      });
    return findings;
  }
}

/** Hashes of the bytes whose key was destroyed, as the entry about a record says it. */
function erasedBy(payload: string | null): readonly string[] {
  const value = parsedJson(payload ?? '');
  const erased = isObject(value) ? value['erased'] : undefined;
  const artefacts = isObject(erased) ? erased['artefacts'] : undefined;
  return isList(artefacts) ? artefacts.filter((each) => typeof each === 'string') : [];
}

function manifestOf(
  text: string,
): { readonly madeAt: string; readonly files: ReadonlyMap<string, string> } | undefined {
  const value = parsedJson(text);
  if (!isObject(value) || value['format'] !== EXPORT_FORMAT) return undefined;
  const { made_at: madeAt, files } = value;
  if (typeof madeAt !== 'string' || !isList(files)) return undefined;
  const listed = new Map<string, string>();
  for (const file of files) {
    const { path, sha256 } = isObject(file) ? file : {};
    if (typeof path !== 'string' || typeof sha256 !== 'string' || listed.has(path)) return undefined;
    listed.set(path, sha256);
  }
  return { madeAt, files: listed };
}

function entryOf(line: string): DisclosedEntry | undefined {
  const value = parsedJson(line);
  if (!isObject(value)) return undefined;
  const { index, leaf, salt, payload, artefact, trail } = value;
  if (typeof index !== 'number' || typeof leaf !== 'string') return undefined;
  const texts = [salt, payload, artefact].map((each) =>
    typeof each === 'string' || each === null ? each : undefined,
  );
  const [saltText, payloadText, artefactText] = texts;
  if (saltText === undefined || payloadText === undefined || artefactText === undefined) return undefined;
  if (trail !== undefined && trail !== null && typeof trail !== 'string') return undefined;
  return { index, leaf, salt: saltText, payload: payloadText, artefact: artefactText, trail: trail ?? null };
}
