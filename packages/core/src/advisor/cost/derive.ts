// What follows from the situation: audit days, sites, scope of the fee, days of the penetration test.
import type { Credential } from '../../plan/index.ts';
import { auditDaysOf } from './auditFigures.ts';
import type { Book } from './book.ts';
import { numberText } from './words.ts';

/** Systems beyond this many do not raise a fee further. */
const MOST_SYSTEMS = 20;

export function deriveFor(book: Book, credentials: readonly Credential[]): void {
  if (credentials.includes('iso27001')) auditDaysOf(book);
  if (credentials.some((each) => each !== 'iso27001')) scopeOf(book);
  if (credentials.length > 0) testDaysOf(book);
}

function scopeOf(book: Book): void {
  const [step, more] = [book.number('soc2.category.step'), Math.max(0, book.number('soc2.categories') - 1)];
  const system = book.number('soc2.system.step');
  const systems = Math.min(MOST_SYSTEMS, Math.max(0, book.situation.systems - 1));
  book.derive(
    'soc2.scope',
    (1 + step * more) * (1 + system * systems),
    `(1 + ${numberText(step)} × ${more}) × (1 + ${numberText(system)} × ${systems})`,
  );
}

function testDaysOf(book: Book): void {
  const [first, more] = [book.number('pentest.days_first'), book.number('pentest.days_more')];
  const systems = book.situation.systems;
  book.derive(
    'pentest.days',
    systems > 0 ? first + more * (systems - 1) : 0,
    systems > 0 ? `${numberText(first)} + ${numberText(more)} × ${systems - 1}` : 'no system',
  );
}
