// The test sheet: results of items are recorded together or not at all, and never over somebody else's.
import { err, ok, type PlainDate, type Result, type TestResult } from '@assay/core';
import type { Refusal } from '../../../app/refusal.ts';
import { findEvidence } from '../../evidence/evidence.module.ts';
import type { Work } from './order.ts';
import { changeItem, itemsOf } from './samples.repository.ts';
import { openSample, tell } from './samples.usecases.ts';
import type { StoredItem, StoredSample } from './stored.ts';

export interface Tested {
  readonly number: number;
  /** Revision of the item as the tester saw it. */
  readonly revision: number;
  readonly results: Readonly<Record<string, TestResult>>;
  readonly evidence: readonly string[];
  readonly note: string;
  readonly testedOn: PlainDate;
}

/** Records what was tested; the ledger keeps every word, also those that are replaced. */
export async function recordTests(
  work: Work,
  name: string,
  tested: readonly Tested[],
): Promise<Result<true, Refusal>> {
  const held = await openSample(work, name);
  if (!held.ok) return held;
  const sample = held.value;
  const missing = await missingEvidence(work, new Set(tested.flatMap(({ evidence }) => evidence)));
  if (missing !== undefined)
    return err({ code: 'evidence.not_found', detail: `There is no evidence ${missing}.` });
  const stored = (await itemsOf(work.tx, work.scope, [sample]))(sample);
  const items = new Map(stored.map((item) => [item.number, item]));
  const changed: StoredItem[] = [];
  for (const word of tested) {
    const next = nextOf(sample, items.get(word.number), word);
    if (!next.ok) return next;
    const item = { ...next.value, tester: work.scope.principal.name };
    items.set(word.number, item);
    changed.push(item);
  }
  for (const item of changed) await changeItem(work.tx, work.scope, sample.id, item);
  await tell(work, sample, 'sample.tested', {
    items: changed.map(({ number, revision, results, evidence, note, testedOn }) => ({
      number,
      revision,
      results,
      evidence,
      note,
      tested_on: testedOn,
    })),
  });
  return ok(true);
}

function nextOf(
  sample: StoredSample,
  item: StoredItem | undefined,
  word: Tested,
): Result<StoredItem, Refusal> {
  if (!item) return err({ code: 'sample.item_not_found', detail: `The sample has no item ${word.number}.` });
  const letters = new Set(sample.definition.attributes.map(({ letter }) => letter));
  const stranger = Object.keys(word.results).find((letter) => !letters.has(letter));
  if (stranger !== undefined)
    return err({ code: 'sample.item_not_found', detail: `The sheet has no attribute ${stranger}.` });
  if (item.revision !== word.revision)
    return err({
      code: 'sample.item_changed',
      detail: `${item.tester ?? 'Somebody'} tested item ${word.number} since you read it.`,
    });
  const { results, evidence, note, testedOn } = word;
  return ok({
    ...item,
    results: { ...item.results, ...results },
    evidence: [...new Set(evidence)],
    note,
    testedOn,
    revision: item.revision + 1,
  });
}

async function missingEvidence({ tx, scope }: Work, codes: ReadonlySet<string>): Promise<string | undefined> {
  for (const code of codes) if (!(await findEvidence(tx, scope, code))) return code;
  return undefined;
}
