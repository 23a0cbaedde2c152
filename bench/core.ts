// Pure sums: posture of a large company, and the crosswalk.
import { crosswalk, makeId, parsePlainDate, posture, type EvidenceFact, type PlainDate } from '@assay/core';
import { parseInstant, type Instant } from '@assay/core';
import { readCatalogue } from '../packages/server/src/slices/frameworks/catalogue.ts';
import { fileURLToPath } from 'node:url';
import { ms, percentile, rounds } from './measure.ts';
import type { Figure } from './figure.ts';

const catalogue = readCatalogue(fileURLToPath(new URL('../content', import.meta.url)));
const RECORDS = 100_000;

export function coreBench(): Promise<readonly Figure[]> {
  return Promise.resolve([postureFigure(), crosswalkFigure()]);
}

function postureFigure(): Figure {
  const received = instant('2026-06-01T12:00:00Z');
  const facts = Array.from({ length: RECORDS }, (_, i): EvidenceFact => ({
    evidence: makeId('evidence', i, new Uint8Array(10)),
    code: `E-${i}`,
    control: catalogue.controls[i % catalogue.controls.length]?.code ?? 'C-01',
    times: { performedAt: day(`2026-0${1 + (i % 6)}-1${i % 10}`), receivedAt: received },
    review: i % 7 === 0 ? 'pending' : 'accepted',
  }));
  const states = new Map(
    catalogue.controls.map((control) => [
      control.code,
      { state: 'adopted', implementation: 'implemented', since: received } as const,
    ]),
  );
  const frameworks = ['iso27001:2022', 'soc2:2017'].flatMap((id) => catalogue.frameworks.get(id) ?? []);
  const input = {
    frameworks,
    categories: ['availability', 'confidentiality'] as const,
    controls: catalogue.controls,
    states,
    mappings: catalogue.mappings,
    decisions: new Map(),
    facts,
    checks: new Map(),
    examination: { type: 'type2', period: { from: day('2026-01-01'), until: day('2026-07-01') } } as const,
    today: day('2026-06-15'),
  };
  // Of a hundred rounds the 99th percentile would be the worst one alone: a single pause of the machine.
  const times = rounds(1000, () => {
    posture(input);
  });
  const p99 = percentile(times, 0.99);
  const held = new Map(catalogue.controls.map((control) => [control.code, { seen: 0 }]));
  // The least that any posture must do: look once at each record and find its control.
  const bare = rounds(1000, () => {
    for (const fact of facts) {
      const own = held.get(fact.control);
      if (own) own.seen += fact.times.performedAt.length;
    }
  });
  const looking = percentile(bare, 0.99);
  return {
    name: `posture, ${catalogue.controls.length} controls, 100,000 records`,
    value: `p99 ${ms(p99)}, p50 ${ms(percentile(times, 0.5))}`,
    limit: `a look at each p99 ${ms(looking)}`,
    ratio: (p99 / looking).toFixed(1),
    goal: 'p99 20 ms',
    met: p99 <= 20,
  };
}

function crosswalkFigure(): Figure {
  const p99 = percentile(
    rounds(200, () => {
      crosswalk(catalogue.mappings, 'iso27001:2022');
    }),
    0.99,
  );
  return {
    name: `crosswalk, ${catalogue.mappings.length} mappings`,
    value: `p99 ${ms(p99)}`,
    limit: '',
    ratio: '',
    goal: '10 ms',
    met: p99 <= 10,
  };
}

function day(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (!date) throw new Error(text);
  return date;
}

function instant(text: string): Instant {
  const at = parseInstant(text);
  if (!at) throw new Error(text);
  return at;
}
