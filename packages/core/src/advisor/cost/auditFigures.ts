// Audit days of the certification body: table, factors with the cap on reduction, sites.
import type { DataKind } from '../situation.ts';
import { managementSystems } from '../managementSystems.ts';
import { SHARE_OF_INITIAL, sitesVisited, tableDays, upToHalf, type AuditKind } from './auditDays.ts';
import type { Book } from './book.ts';
import { numberText } from './words.ts';

const REGULATED: readonly DataKind[] = ['health', 'payment', 'government'];
const MANY_SYSTEMS = 20;

export function auditDaysOf(book: Book): void {
  const { people, sites } = book.situation;
  const { days, confirmed } = tableDays(people);
  const table = book.derive(
    'iso.days.table',
    days,
    `${numberText(people)} people${confirmed ? '' : ', estimate: the row is not confirmed by a public source'}`,
  );
  const adjustment = adjustmentOf(book);
  const each = book.number('iso.days_a_site');
  for (const kind of ['initial', 'surveillance', 'recertification'] as const) {
    const further = Math.max(0, sites - 1);
    const visited = book.derive(`iso.sites.${kind}`, sitesVisited(kind, further), `${ROOT[kind]}${further})`);
    if (kind !== 'recertification') book.derive(`iso.visits.${kind}`, 1 + visited, `1 + ${visited}`);
    const exact = table * adjustment * SHARE_OF_INITIAL[kind] + each * visited;
    const share = kind === 'initial' ? '' : kind === 'surveillance' ? ' ÷ 3' : ' × 2 ÷ 3';
    book.derive(
      `iso.days.${kind}`,
      upToHalf(exact),
      `${numberText(table)} × ${numberText(adjustment)}${share} + ${numberText(each)} × ${visited}, up to the next half day`,
    );
  }
}

const ROOT: Readonly<Record<AuditKind, string>> = {
  initial: '√(',
  surveillance: '0.6 × √(',
  recertification: '0.8 × √(',
};

function adjustmentOf(book: Book): number {
  const scores = scoresOf(book);
  const [step, cap] = [book.number('iso.factor.step'), book.number('iso.reduction.cap')];
  const sum = scores.reduce((total, score) => total + score - 2, 0);
  const free = 1 + step * sum;
  const capped = free < 1 - cap;
  return book.derive(
    'iso.adjustment',
    capped ? 1 - cap : free,
    capped
      ? `1 − ${numberText(cap)}: the factors ask for more than may be reduced`
      : `1 + ${numberText(step)} × (${scores.map((score) => `${score} − 2`).join(' + ')})`,
  );
}

function scoresOf(book: Book): readonly number[] {
  const { data, existing, systems } = book.situation;
  const regulated = data.filter((kind) => REGULATED.includes(kind));
  const others = managementSystems(existing.others);
  return [
    book.derive(
      'iso.factor.business',
      regulated.length > 0 ? 3 : 2,
      regulated.length > 0 ? `${regulated.join(', ')} data` : 'no health, payment or government data',
    ),
    book.derive(
      'iso.factor.maturity',
      others.length > 0 ? 1 : 2,
      others.length > 0 ? others.join(', ') : 'no other certified management system',
    ),
    book.derive(
      'iso.factor.complexity',
      systems >= MANY_SYSTEMS ? 3 : 2,
      `${systems} ${systems === 1 ? 'system' : 'systems'}`,
    ),
    book.number('iso.factor.processes'),
    book.number('iso.factor.development'),
    book.number('iso.factor.outsourcing'),
  ];
}
