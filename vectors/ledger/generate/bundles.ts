// Cases about whole bundles, and about what an auditor who kept an older checkpoint finds.
import { ARTEFACT, entry, ORG, type Made } from './entries.ts';
import { checkpointOf, KEY, OTHER, signatureLine, verifierKeyOf } from './keys.ts';
import { leafOf, mth, path, proof, sha256 } from './naive.ts';

const ORIGIN = `assay.local/${ORG}`;
const KEY_TEXT = verifierKeyOf(ORIGIN, KEY.raw);
const hex = (bytes: Buffer): string => bytes.toString('hex');

/** A ledger of `size` entries; entry 5 commits to a file. */
function ledger(size: number): readonly Made[] {
  return Array.from({ length: size }, (_, i) =>
    entry(i, { payload: `{"n":${i},"title":"Entry ${i}"}`, ...(i === 5 ? { artefact: ARTEFACT } : {}) }),
  );
}
const leavesOf = (made: readonly Made[]): Buffer[] => made.map((each) => leafOf(each.leaf));

function headOf(made: readonly Made[]): string {
  return checkpointOf({ origin: ORIGIN, size: made.length, root: mth(leavesOf(made)) });
}

function bundleOf(made: readonly Made[], shown: readonly number[], since?: number) {
  const leaves = leavesOf(made);
  return {
    format: 'assay-bundle-1',
    public_key: KEY_TEXT,
    checkpoint: headOf(made),
    entries: made
      .filter((each) => shown.includes(each.index))
      .map((each) => ({ ...each, proof: path(each.index, leaves).map(hex) })),
    consistency:
      since === undefined
        ? null
        : { from: since, proof: (since === 0 || since === made.length ? [] : proof(since, leaves)).map(hex) },
  };
}

/** Another history in which one act was changed after the fact. */
function rewritten(size: number, at: number): readonly Made[] {
  return ledger(size).map((each) =>
    each.index === at ? entry(at, { payload: '{"title":"Rewritten"}' }) : each,
  );
}

/** The same acts in another order: each is given the place of the other. */
function reordered(size: number, a: number, b: number): readonly Made[] {
  const text = (i: number): string => `{"n":${i},"title":"Entry ${i}"}`;
  return ledger(size).map((each) =>
    each.index === a
      ? entry(a, { payload: text(b) })
      : each.index === b
        ? entry(b, { payload: text(a) })
        : each,
  );
}

/** One act left out; those behind it move up. */
function shortened(size: number, at: number): readonly Made[] {
  return Array.from({ length: size }, (_, i) =>
    entry(i, { payload: `{"n":${i < at ? i : i + 1},"title":"Entry"}` }),
  );
}

const made = ledger(13);
const good = bundleOf(made, [3, 5], 6);
const kept = headOf(made.slice(0, 6));
const [third, fifth] = good.entries;
const stranger = checkpointOf({ origin: ORIGIN, size: 13, root: mth(leavesOf(made)) }, OTHER);
const file = { name: 'report.pdf', sha256: ARTEFACT };
const otherFile = { name: 'other.pdf', sha256: hex(sha256('another file')) };

type Told = readonly [string, string];
const right = (title: string, bundle: object, held: object = {}): object => ({
  title,
  bundle,
  held,
  expect: [],
});
const wrong = (
  title: string,
  given: { bundle?: object; held?: object },
  ...expect: readonly Told[]
): object => ({
  title,
  bundle: given.bundle ?? good,
  held: given.held ?? {},
  expect,
});
const keptFault = (code: string): Told => ['kept checkpoint', code];

export function bundles(): object[] {
  return [...holding(), ...wrongKeys(), ...wrongEntries(), ...wrongKept(), ...tampered()];
}

function holding(): object[] {
  return [
    right('two entries', good),
    right('no consistency proof', bundleOf(made, [0])),
    right('the key was known', good, { key: KEY_TEXT }),
    right('the key was kept in a file that ends with a newline', good, { key: `${KEY_TEXT}\n` }),
    right('a checkpoint was kept', good, { checkpoint: kept }),
    right('the very checkpoint was kept', good, { checkpoint: good.checkpoint }),
    right('a checkpoint of the empty ledger was kept', good, {
      checkpoint: checkpointOf({ origin: ORIGIN, size: 0, root: sha256() }),
    }),
    right('a checkpoint that a witness signed too was kept', good, {
      checkpoint: `${kept}${signatureLine(`${kept.split('\n\n')[0] ?? ''}\n`, 'witness.example/w', OTHER)}`,
    }),
    right('the file came along', good, { files: [file] }),
    right('a ledger of one entry', bundleOf(ledger(1), [0]), { key: KEY_TEXT }),
    right('every entry of a ledger of eight', bundleOf(ledger(8), [0, 1, 2, 3, 4, 5, 6, 7], 4), {
      checkpoint: headOf(ledger(4)),
    }),
  ];
}

function wrongKeys(): object[] {
  const body = good.checkpoint.split('\n\n')[0] ?? '';
  return [
    wrong('another key was expected', { held: { key: verifierKeyOf(ORIGIN, OTHER.raw) } }, [
      'key',
      'key.other',
    ]),
    wrong('the key is malformed', { bundle: { ...good, public_key: KEY_TEXT.slice(0, -4) } }, [
      'key',
      'key.malformed',
    ]),
    wrong('the key is a stranger’s', { bundle: { ...good, public_key: verifierKeyOf(ORIGIN, OTHER.raw) } }, [
      'checkpoint',
      'checkpoint.signature',
    ]),
    wrong(
      'key and signature are a stranger’s, and the key was known',
      {
        bundle: { ...good, public_key: verifierKeyOf(ORIGIN, OTHER.raw), checkpoint: stranger },
        held: { key: KEY_TEXT },
      },
      ['key', 'key.other'],
    ),
    wrong(
      'key and signature are a stranger’s, and a checkpoint was kept',
      {
        bundle: { ...good, public_key: verifierKeyOf(ORIGIN, OTHER.raw), checkpoint: stranger },
        held: { checkpoint: kept },
      },
      keptFault('kept.signature'),
    ),
    wrong(
      'the head’s size was changed',
      { bundle: { ...good, checkpoint: good.checkpoint.replace('\n13\n', '\n14\n') } },
      ['checkpoint', 'checkpoint.signature'],
    ),
    wrong('the head is cut off', { bundle: { ...good, checkpoint: `${body}\n` } }, [
      'checkpoint',
      'checkpoint.malformed',
    ]),
    wrong(
      'an older head under newer proofs',
      { bundle: { ...good, checkpoint: headOf(made.slice(0, 12)) } },
      ['entry 3', 'proof.inclusion'],
      ['entry 5', 'proof.inclusion'],
    ),
  ];
}

function wrongEntries(): object[] {
  const change = (fields: object): object => ({ ...good, entries: [{ ...third, ...fields }, fifth] });
  return [
    wrong(
      'a leaf was changed',
      { bundle: change({ leaf: third?.leaf.replace('evidence.recorded', 'evidence.rejected') }) },
      ['entry 3', 'proof.inclusion'],
    ),
    wrong('a payload was changed', { bundle: change({ payload: '{"n":3,"title":"Entry 4"}' }) }, [
      'entry 3',
      'payload.commitment',
    ]),
    wrong(
      'leaf, salt and payload are of another ledger',
      { bundle: change(entry(3, { payload: '{"title":"Forged"}' })) },
      ['entry 3', 'proof.inclusion'],
    ),
    wrong('the salt is another', { bundle: change({ salt: fifth?.salt }) }, [
      'entry 3',
      'payload.commitment',
    ]),
    wrong(
      'the index is another',
      { bundle: change({ index: 4 }) },
      ['entry 4', 'leaf.place'],
      ['entry 4', 'proof.inclusion'],
    ),
    wrong('the proof is another entry’s', { bundle: change({ proof: fifth?.proof }) }, [
      'entry 3',
      'proof.inclusion',
    ]),
    wrong('the proof is cut', { bundle: change({ proof: third?.proof.slice(0, -1) }) }, [
      'entry 3',
      'proof.inclusion',
    ]),
    wrong(
      'the proof is in capitals',
      { bundle: change({ proof: third?.proof.map((each) => each.toUpperCase()) }) },
      ['entry 3', 'proof.inclusion'],
    ),
    wrong(
      'the proof is not hexadecimal',
      { bundle: change({ proof: ['zz', ...(third?.proof.slice(1) ?? [])] }) },
      ['entry 3', 'proof.inclusion'],
    ),
    wrong('another file came along', { held: { files: [otherFile] } }, [
      'file other.pdf',
      'file.not_committed',
    ]),
    wrong('one file of two is another', { held: { files: [file, otherFile] } }, [
      'file other.pdf',
      'file.not_committed',
    ]),
  ];
}

function wrongKept(): object[] {
  const consistent = (fields: object) => ({
    bundle: { ...good, consistency: { ...good.consistency, ...fields } },
    held: { checkpoint: kept },
  });
  return [
    wrong(
      'what was kept is no checkpoint',
      { held: { checkpoint: 'nothing\n' } },
      keptFault('kept.malformed'),
    ),
    wrong(
      'what was kept is of another ledger',
      {
        held: {
          checkpoint: checkpointOf({
            origin: 'assay.local/org_other',
            size: 6,
            root: mth(leavesOf(made.slice(0, 6))),
          }),
        },
      },
      keptFault('kept.signature'),
    ),
    wrong(
      'what was kept is damaged',
      { held: { checkpoint: kept.replace('\n6\n', '\n5\n') } },
      keptFault('kept.signature'),
    ),
    wrong(
      'no consistency proof for what was kept',
      { bundle: bundleOf(made, [3]), held: { checkpoint: kept } },
      keptFault('kept.unproved'),
    ),
    wrong(
      'a consistency proof from another size',
      { bundle: bundleOf(made, [3], 7), held: { checkpoint: kept } },
      keptFault('kept.unproved'),
    ),
    wrong(
      'a consistency proof cut short',
      consistent({ proof: good.consistency?.proof.slice(1) }),
      keptFault('kept.inconsistent'),
    ),
    wrong(
      'a consistency proof in capitals',
      consistent({ proof: good.consistency?.proof.map((each) => each.toUpperCase()) }),
      keptFault('kept.inconsistent'),
    ),
  ];
}

function tampered(): object[] {
  return [
    forged('updated: an act before the kept checkpoint was rewritten', rewritten(13, 2)),
    forged('deleted: an act before the kept checkpoint was left out', shortened(13, 2)),
    forged('reordered: two acts changed places', reordered(13, 1, 4)),
    forged('forked: another history of the same length as what was kept', rewritten(6, 5)),
    wrong(
      'rolled back: the ledger is shorter than what was kept',
      { bundle: bundleOf(made.slice(0, 4), [3], 2), held: { checkpoint: kept } },
      keptFault('kept.newer'),
    ),
    wrong(
      'rolled back and grown again with other acts',
      {
        bundle: bundleOf([...made.slice(0, 4), ...rewritten(13, 5).slice(4)], [3], 6),
        held: { checkpoint: kept },
      },
      keptFault('kept.inconsistent'),
    ),
    wrong(
      'truncated to the very size, with another last act',
      {
        bundle: bundleOf([...made.slice(0, 5), entry(5, { payload: '{"title":"Other"}' })], [3]),
        held: { checkpoint: kept },
      },
      keptFault('kept.inconsistent'),
    ),
    right(
      'an act behind the kept checkpoint is another: nothing that was kept speaks against it',
      bundleOf(rewritten(13, 9), [3], 6),
      { checkpoint: kept },
    ),
  ];
}

function forged(title: string, history: readonly Made[]): object {
  return {
    title,
    bundle: bundleOf(history, [3], history.length === 6 ? undefined : 6),
    held: { checkpoint: kept },
    expect: [['kept checkpoint', 'kept.inconsistent']],
  };
}
