// A sample of the leavers, drawn and tested this morning: so few that all are looked at, one of them late.
import { addDays, readRow } from '@assay/core';
import { frozenPopulation, itemsOf, type StoredItem } from '../slices/monitoring/monitoring.module.ts';
import { drawFor, type DrawOrder, type Work } from '../slices/monitoring/samples/samples.usecases.ts';
import { recordTests, type Tested } from '../slices/monitoring/samples/test.usecases.ts';
import { must, type Act, type Place } from './act.ts';
import { at } from './calendar.ts';
import { OWNERS } from './people.ts';
import { LEFT } from './scans/lists.ts';

/** The first of the lists that were frozen this morning. */
const LEAVERS = 'P-1';

const ORDER: DrawOrder = {
  control: 'C-30',
  scheduled: () => Promise.resolve(undefined),
  size: { by: 'own', size: LEFT.length, because: 'so few people left that each of them is looked at' },
  strata: { by: 'month', column: 'day' },
  seed: 'said on the phone after the freeze: 41 6 26',
  confidence: 95,
  attributes: [
    { letter: 'A', text: 'The last account was closed within a day', method: 'inspection' },
    { letter: 'B', text: 'The people lead asked for it in the ticket tracker', method: 'inspection' },
  ],
};

/** Drawn by the use cases that an auditor's own sample goes through. */
export function sampleActs(place: Place): readonly Act[] {
  const { today } = place.on;
  const now = at(today, '00:00');
  const scope = place.as(OWNERS.security_lead);
  const test = (item: StoredItem): Tested => {
    const row = readRow(item.text);
    const inTime = row?.done !== undefined && row.done <= addDays(row.day, 1);
    return {
      number: item.number,
      revision: item.revision,
      results: { A: inTime ? 'pass' : 'deviation', B: 'pass' },
      evidence: [],
      note: inTime ? '' : 'The laptop was on its way back; nobody closed the last account until it came.',
      testedOn: today,
    };
  };
  return [
    {
      at: now,
      inside: async (tx) => {
        const work: Work = { tx, scope, now };
        const population = must(await frozenPopulation(tx, scope, LEAVERS));
        const sample = must(await drawFor(work, population, ORDER));
        const items = (await itemsOf(tx, scope, [sample]))(sample);
        must(await recordTests(work, sample.id, items.map(test)));
      },
    },
  ];
}
