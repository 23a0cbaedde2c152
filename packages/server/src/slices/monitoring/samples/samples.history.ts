// How draws, their extensions, what was tested and what was voided and the ledger speak of the same thing.
import { z } from 'zod';
import {
  textIn,
  wholeVersion,
  type Document,
  type History,
  type Told,
} from '../../../platform/postgres/history.ts';
import type { OrgScope } from '../../access/access.module.ts';
import { profileRows } from './profiles.repository.ts';
import { drawRows, extensionRows, testRows, voidRows } from './history.repository.ts';

const testedSchema = z.object({ items: z.array(z.record(z.string(), z.json())) });

export const samplesHistories: readonly History<OrgScope>[] = [
  {
    title: 'draw of sample',
    founded: false,
    rows: drawRows,
    kinds: ['sample.drawn'],
    told: (_, payload) => said(payload, textIn(payload, 'sample')),
  },
  {
    title: 'extension of sample',
    founded: false,
    rows: extensionRows,
    kinds: ['sample.extended'],
    told: (_, payload) =>
      said(payload, `${textIn(payload, 'sample')} from ${JSON.stringify(payload['from'])} items`),
  },
  {
    title: 'test of sample',
    founded: false,
    last: true,
    rows: testRows,
    kinds: ['sample.tested'],
    told: (_, payload) => testsIn(payload),
  },
  {
    title: 'voided sample',
    founded: false,
    rows: voidRows,
    kinds: ['sample.voided'],
    told: (_, payload) => said(payload, textIn(payload, 'sample')),
  },
  {
    title: 'sample profile',
    founded: false,
    rows: profileRows,
    kinds: ['sample_profile.set', 'sample_profile.dropped'],
    told: (_, payload) => wholeVersion(payload, textIn(payload, 'name')),
  },
];

function said(document: Document, thing: string): Told {
  return { thing, says: 'version', document };
}

/** Items are recorded together: one entry tells of each. An older one does not say which revisions they made. */
function testsIn(payload: Document): readonly Told[] {
  const tested = testedSchema.safeParse(payload).data;
  return (tested?.items ?? []).map((item): Told => {
    const thing = `${textIn(payload, 'sample')} item ${JSON.stringify(item['number'])}`;
    if (!('revision' in item)) return { thing, says: 'changed' };
    return said({ ...item, by: textIn(payload, 'by') }, thing);
  });
}
