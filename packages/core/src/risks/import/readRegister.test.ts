import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GridSheet } from '../../tables/index.ts';
import { controlsIn } from './controls.ts';
import { daysOf } from '../../tables/index.ts';
import { optionOf } from './option.ts';
import { readRegister, type RegisterReading } from './readRegister.ts';
import { stepsOf } from './step.ts';

const FIVE = ['Rare', 'Unlikely', 'Possible', 'Likely', 'Almost certain'];
const THREE = ['Low', 'Medium', 'High'];
const CATALOGUE = new Set(['A.5.1', 'A.5.10', 'A.5.15', 'A.8.2', 'A.9.2.3']);
const CONTEXT = { likelihood: FIVE, impact: FIVE, catalogue: CATALOGUE };

const sheet = (name: string, lines: readonly string[]): GridSheet => ({
  name,
  rows: lines.map((line) => line.split('|').map((text) => ({ text }))),
});
const read = (...sheets: readonly GridSheet[]): RegisterReading => {
  const found = readRegister(sheets, CONTEXT);
  if (!found.ok) throw new Error(found.error);
  return found.value;
};

test.each([
  ['4', FIVE, 3],
  ['4 - Likely', FIVE, 3],
  ['4/5', FIVE, 3],
  ['Likely (4)', FIVE, 3],
  ['likely', FIVE, 3],
  ['hoch', FIVE, 3],
  ['Très élevé', FIVE, 4],
  ['High', THREE, 2],
  ['Very high', THREE, undefined],
  ['7', FIVE, undefined],
  ['7/10', FIVE, undefined],
  ['4/10', FIVE, undefined],
  ['0', FIVE, undefined],
  ['high or very high', FIVE, undefined],
  ['', FIVE, undefined],
])('%s on a scale is a step or unknown, never a guess', (text, scale, step) => {
  expect(stepsOf([text], scale)).toEqual([step]);
});

test('numbers of a longer scale are no steps, not even those that would fit; words are', () => {
  expect(stepsOf(['2', '8', '4 - Likely', 'likely'], FIVE)).toEqual([undefined, undefined, undefined, 3]);
  expect(stepsOf(['0', '3'], FIVE)).toEqual([undefined, undefined]);
});

test('a risk over several rows of actions is one, and says where it stands', () => {
  const value = read(
    sheet('S', [
      'ID|Risk|Owner|Likelihood|Action|Controls|Due',
      'R-1|Theft|Ana|2|Encrypt|A.5.15|2026-01-01',
      'R-1|Theft|Ana|2|Lock|A.8.2|2026-02-01',
      'R-2|Flood|Ana|2|||',
      'R-1|Theft|Ana|2|Late||',
    ]),
  );
  expect(value.rows[0]).toMatchObject({
    row: 2,
    more: [3],
    controls: ['A.5.15', 'A.8.2'],
    unclear: ['due'],
    said: { title: 'Theft', plan: 'Encrypt; Lock', due: '2026-01-01; 2026-02-01' },
  });
  expect(value.rows[0]?.due).toBeUndefined();
  expect(value.left.map(({ row, reason }) => [row, reason])).toEqual([[5, 'twice']]);
});

test('options are known by the words of several books; two of them are none', () => {
  const said = ['Mitigate', 'Treat (modify)', 'vermindern', 'Accept', 'Tolerate', 'Transférer', 'Vermeiden'];
  expect(said.map(optionOf)).toEqual(['modify', 'modify', 'modify', 'retain', 'retain', 'share', 'avoid']);
  expect(['Accept or transfer', 'tbd', ''].map(optionOf)).toEqual([undefined, undefined, undefined]);
});

test('days of a column are read by what the column shows', () => {
  expect(daysOf(['31.12.2026', '2026-05-01', 'Q3 2026'])).toEqual(['2026-12-31', '2026-05-01', undefined]);
  expect(daysOf(['03/04/2026', '31/12/2026'])).toEqual(['2026-04-03', '2026-12-31']);
  expect(daysOf(['03/04/2026', '12/31/2026'])).toEqual(['2026-03-04', '2026-12-31']);
  expect(daysOf(['03/04/2026', '05/06/2026', '05/05/2026'])).toEqual([undefined, undefined, '2026-05-05']);
  expect(daysOf(['31.02.2026'])).toEqual([undefined]);
});

test('controls are found among words; a number that may have lost a zero is not taken', () => {
  const text = 'A.5.15, 8.2 (admin rights) and C-07; 25.3 % less';
  expect(controlsIn({ text }, CATALOGUE)).toEqual(['A.5.15', 'A.8.2', 'C-07']);
  expect(controlsIn({ text: '5.1', number: true }, CATALOGUE)).toBeUndefined();
  expect(controlsIn({ text: '8.2', number: true }, CATALOGUE)).toEqual(['A.8.2']);
  expect(controlsIn({ text: 'A.9.2.3' }, CATALOGUE)).toEqual(['A.9.2.3']);
});

test('a register below titles and beside its scales is found; what is not a risk is left with its reason', () => {
  const value = read(
    sheet('Scales', ['Likelihood|Meaning', '1|Rare', '2|Unlikely']),
    sheet('Register', [
      'Risk register',
      'Version 4|approved',
      '',
      'ID|Risk|Risk owner|Likelihood|Impact|Score|Treatment|Controls|Due date|Ticket',
      'Information technology',
      'R-1|Phishing|Ana|4|High|16|Mitigate|A.5.15|31.12.2026|T-9',
      'R-2|Flood|Ben|1|moderate|3|Accept|||',
      'R-1|Again|Ana|4|4|16|Accept|||',
      'R-3||Ben|2|2|4|Accept|||',
      'R-4|Loss of keys|Cy|often|2|18|?tbd||soon|',
    ]),
  );
  expect([value.sheet, value.headRow]).toEqual(['Register', 4]);
  expect(
    value.rows.map((row) => [row.row, row.title, row.likelihood, row.impact, row.option, row.due]),
  ).toEqual([
    [6, 'Phishing', 3, 3, 'modify', '2026-12-31'],
    [7, 'Flood', 0, 2, 'retain', undefined],
    [10, 'Loss of keys', undefined, 1, undefined, undefined],
  ]);
  expect(value.rows[2]?.unclear).toEqual(['likelihood', 'option', 'due']);
  expect(value.rows[0]?.custom).toEqual([{ heading: 'Ticket', text: 'T-9' }]);
  expect(value.left.map(({ row, reason }) => [row, reason])).toEqual([
    [5, 'section'],
    [8, 'twice'],
    [9, 'no_title'],
  ]);
});

test('inherent and residual under one heading each are told apart', () => {
  const value = read(
    sheet('S', [
      'Ref|Scenario|Inherent|||Residual|||Owner',
      '|||||||',
      'Ref|Scenario|Inherent|Inherent|Inherent|Residual|Residual|Residual|Owner',
      'Ref|Scenario|Likelihood|Impact|Level|Likelihood|Impact|Level|Owner',
      '1|Theft|4|5|High|2|5|Low|Ana',
    ]),
  );
  expect(value.columns.map(({ field }) => field)).toEqual([
    'ref',
    'title',
    'likelihood',
    'impact',
    'level',
    'residual_likelihood',
    'residual_impact',
    'residual_level',
    'owner',
  ]);
  expect(value.rows[0]).toMatchObject({
    likelihood: 3,
    impact: 4,
    residual_likelihood: 1,
    residual_impact: 4,
  });
});

test('an asset register names its risks by their threats', () => {
  const value = read(sheet('S', ['Asset|Threat|Vulnerability|L|Impact', 'Laptop|Theft|No encryption|2|3']));
  expect(value.rows[0]).toMatchObject({
    title: 'Theft',
    impact: 2,
    said: { asset: 'Laptop', weakness: 'No encryption' },
  });
});

test('what a person says goes before what would be guessed, and a file without risks has no register', () => {
  const sheets = [sheet('S', ['a|b|c', 'Theft|3|x'])];
  const columns = new Map([
    [0, 'title' as const],
    [1, 'impact' as const],
  ]);
  const found = readRegister(sheets, CONTEXT, { headRow: 1, columns });
  expect(found.ok && found.value.rows[0]).toMatchObject({ title: 'Theft', impact: 2 });
  expect(readRegister(sheets, CONTEXT)).toEqual({ ok: false, error: 'no_table' });
  expect(readRegister(sheets, CONTEXT, { sheet: 'T' })).toEqual({ ok: false, error: 'unknown_sheet' });
});

test('whatever a sheet holds, each row is mapped, continues the one above, or is left', () => {
  const word = fc.constantFrom(
    '',
    'R-1',
    'R-2',
    'Theft',
    'Flood',
    '3',
    '7',
    'high',
    'Ana',
    'Accept',
    '01/02/2026',
    '5.1',
  );
  const rows = fc.array(fc.array(word, { minLength: 6, maxLength: 6 }), { maxLength: 20 });
  fc.assert(
    fc.property(rows, (cells) => {
      const lines = cells.map((row) => row.join('|'));
      const value = read(sheet('S', ['ID|Risk|Owner|Likelihood|Treatment|Due', ...lines]));
      const written = cells.flatMap((row, i) => (row.some((text) => text !== '') ? [i + 2] : []));
      const seen = [
        ...value.rows.flatMap(({ row, more }) => [row, ...more]),
        ...value.left.map(({ row }) => row),
      ];
      expect(seen.toSorted((a, b) => a - b)).toEqual(written);
      for (const { likelihood } of value.rows) expect([undefined, 2, 3]).toContain(likelihood);
    }),
  );
});
