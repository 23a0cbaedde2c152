// The files of vectors and what each is about.
import { bundles } from './bundles.ts';
import { canonical, entries } from './entries.ts';
import { checkpoints, signatures } from './notes.ts';
import { consistency, inclusion, roots, tiles } from './trees.ts';

/** Text of every file by its name; the same on every machine. */
export function files(): ReadonlyMap<string, string> {
  return new Map([
    ['roots.json', file('Merkle tree hashes, RFC 6962 section 2.1.', roots())],
    ['inclusion.json', file('Inclusion proofs, RFC 6962 section 2.1.1.', inclusion())],
    ['consistency.json', file('Consistency proofs, RFC 6962 section 2.1.2.', consistency())],
    ['tiles.json', file('Tiles of 256 hashes, C2SP tlog-tiles.', tiles())],
    ['canonical.json', file('Canonical JSON, RFC 8785.', canonical())],
    ['entries.json', file('Leaves and what is disclosed of them.', entries())],
    ['signatures.json', file('Ed25519 signatures, RFC 8032.', signatures())],
    ['checkpoints.json', file('Signed checkpoints, C2SP signed-note and tlog-checkpoint.', checkpoints())],
    ['bundles.json', file('Bundles, and checkpoints that were kept.', bundles())],
  ]);
}

function file(about: string, cases: readonly object[]): string {
  const lines = cases.map((each) => `  ${JSON.stringify(each)}`).join(',\n');
  return `{\n "about": ${JSON.stringify(about)},\n "cases": [\n${lines}\n ]\n}\n`;
}
