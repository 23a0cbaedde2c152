// Layout, words, keys and shapes of the heat strip.
import { expect, test } from 'vitest';
import { parsePlainDate, type Period, type PlainDate } from '../../kernel/index.ts';
import { TEST_RESULTS } from '../samples/index.ts';
import { DAY_STATES } from '../windows/index.ts';
import {
  columnOf,
  dayAt,
  drawPin,
  drawStretches,
  filterStrip,
  monthAt,
  sayCell,
  sayRow,
  stateAt,
  stretchesIn,
  stretchesOf,
  stripColumns,
  stripCsv,
  stripLines,
  stripPins,
  stripSvg,
  walkStrip,
  type StripRow,
} from './index.ts';

const date = (text: string): PlainDate => {
  const read = parsePlainDate(text);
  if (!read) throw new Error(`no day ${text}`);
  return read;
};
const WINDOW: Period = { from: date('2026-06-15'), until: date('2026-12-12') };
const COLUMNS = stripColumns(WINDOW, date('2026-09-18'));

const row = (control: string, over: Partial<StripRow> = {}): StripRow => ({
  control,
  name: 'Access reviews',
  owner: 'Mara',
  standing: 'clear',
  coverage: { filled: 3, of: 3 },
  longestGapDays: 0,
  deviations: 0,
  stretches: [
    { column: 0, days: 2, state: 'covered' },
    { column: 2, days: 1, state: 'operated' },
    { column: 3, days: 4, state: 'missed' },
    { column: 7, days: 173, state: 'pending' },
  ],
  pins: [],
  answers: ['soc2:2017/CC6.1', 'iso27001:2022/A.5.15'],
  ...over,
});

test('a window of 180 days has 180 columns, parted by its months', () => {
  expect(COLUMNS.count).toBe(180);
  expect(COLUMNS.today).toBe(95);
  expect(COLUMNS.months.map(({ column, days, name }) => [column, days, name])).toEqual([
    [0, 16, 'Jun'],
    [16, 31, 'Jul'],
    [47, 31, 'Aug'],
    [78, 30, 'Sep'],
    [108, 31, 'Oct'],
    [139, 30, 'Nov'],
    [169, 11, 'Dec'],
  ]);
  expect(monthAt(COLUMNS, 47)?.name).toBe('Aug');
});

test('months add up to the window over a leap year, and days go to columns and back', () => {
  const columns = stripColumns({ from: date('2027-12-31'), until: date('2028-12-31') }, date('2030-01-01'));
  expect(columns.months.reduce((sum, { days }) => sum + days, 0)).toBe(columns.count);
  expect(columns.months.find(({ name }) => name === 'Feb')?.days).toBe(29);
  expect(columns.today).toBeUndefined();
  for (let column = 0; column < columns.count; column += 1)
    expect(columnOf(columns, dayAt(columns, column))).toBe(column);
  expect(columnOf(columns, date('2028-12-31'))).toBeUndefined();
});

test('stretches follow on one another and are cut to the window', () => {
  expect(
    stretchesIn(COLUMNS, [
      { days: 178, state: 'covered' },
      { days: 9, state: 'missed' },
      { days: 9, state: 'late' },
    ]),
  ).toEqual([
    { column: 0, days: 178, state: 'covered' },
    { column: 178, days: 2, state: 'missed' },
  ]);
  expect(stretchesOf(['late', 'late', 'missed'])).toEqual([
    { column: 0, days: 2, state: 'late' },
    { column: 2, days: 1, state: 'missed' },
  ]);
  expect(stateAt([], 4)).toBe('not_scheduled');
});

test('a cell and a row are told with their days', () => {
  expect(sayCell(row('C-07'), 4, COLUMNS)).toBe(
    'C-07 Access reviews, 2026-06-19: missed, 2026-06-18 to 2026-06-21',
  );
  expect(sayRow(row('C-07'), COLUMNS)).toBe(
    'missed 2026-06-18 to 2026-06-21; operated 1; covered 2; due 173',
  );
});

test('a control stands under each criterion that it answers, and one that answers none is not left out', () => {
  const rows = [
    row('C-01'),
    row('C-02', { answers: ['soc2:2017/CC6.1', 'soc2:2017/CC6.2'] }),
    row('C-03', { answers: [] }),
  ];
  const catalogue = {
    criteria: [
      { ref: 'soc2:2017/CC6.1', title: 'Logical access' },
      { ref: 'soc2:2017/CC6.2', title: 'Registration' },
    ],
    annex: [],
  };
  const lines = stripLines(rows, 'criterion', catalogue);
  expect(lines.map((line) => (line.kind === 'row' ? `${line.at} ${line.row.control}` : line.title))).toEqual([
    'CC6.1 Logical access',
    '0 C-01',
    '1 C-02',
    'CC6.2 Registration',
    '2 C-02',
    'Answers none of them',
    '3 C-03',
  ]);
  expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
  expect(stripLines(rows, 'none', catalogue)).toHaveLength(3);
  expect(stripLines([row('C-9', { owner: undefined }), row('C-8')], 'owner', catalogue)[0]).toMatchObject({
    title: 'Mara',
  });
  expect(
    stripLines([row('C-9', { standing: 'failed' }), row('C-8')], 'standing', catalogue)[0],
  ).toMatchObject({ title: 'failed' });
});

test('filters hold at once', () => {
  const rows = [row('C-01'), row('C-02', { deviations: 1, standing: 'exceptions', owner: undefined })];
  const codes = (filter: Parameters<typeof filterStrip>[1]) =>
    filterStrip(rows, filter).map(({ control }) => control);
  expect(codes({})).toEqual(['C-01', 'C-02']);
  expect(codes({ deviating: true })).toEqual(['C-02']);
  expect(codes({ owner: '' })).toEqual(['C-02']);
  expect(codes({ words: 'mara access' })).toEqual(['C-01']);
  expect(codes({ standing: 'exceptions', owner: 'Mara' })).toEqual([]);
});

test('keys walk the grid and stay inside it', () => {
  const grid = { rows: [row('C-01'), row('C-02'), row('C-03')], columns: 180, page: 2 };
  const go = (key: string, jump = false, from = { row: 1, column: 4 }) =>
    walkStrip(from, { key, jump }, grid);
  expect(go('ArrowRight')).toEqual({ row: 1, column: 5 });
  expect(go('ArrowRight', true)).toEqual({ row: 1, column: 7 });
  expect(go('ArrowLeft', true)).toEqual({ row: 1, column: 3 });
  expect(go('ArrowLeft', true, { row: 1, column: 3 })).toEqual({ row: 1, column: 2 });
  expect(go('ArrowUp', false, { row: 0, column: 4 })).toEqual({ row: 0, column: 4 });
  expect(go('Home')).toEqual({ row: 1, column: 0 });
  expect(go('End', true)).toEqual({ row: 2, column: 179 });
  expect(go('PageDown')).toEqual({ row: 2, column: 4 });
  expect(go('a')).toBeUndefined();
});

test('a row is a few paths however many days it has, and no two states are drawn alike', () => {
  const busy = stretchesOf(
    Array.from({ length: 365 }, (_, day) => (day % 7 < 5 ? 'operated' : 'not_scheduled')),
  );
  expect(drawStretches(busy, { day: 1.7, height: 16 })).toHaveLength(1);
  const drawn = DAY_STATES.map(
    (state) =>
      drawStretches([{ column: 0, days: 1, state }], { day: 4, height: 16 })
        .map(({ part, d }) => part + d)
        .join() + (state === 'not_operating' ? ' dotted' : ''),
  );
  expect(new Set(drawn).size).toBe(DAY_STATES.length);
  expect(drawn[DAY_STATES.indexOf('not_scheduled')]).toBe('');
});

test('a day of samples shows the worst of its items; what is not tested is never shown as tested', () => {
  const on = (day: string, result: (typeof TEST_RESULTS)[number]) => ({ day: date(day), result });
  const pins = stripPins(COLUMNS, [
    on('2026-06-19', 'pass'),
    on('2026-06-16', 'pass'),
    on('2026-06-16', 'not_tested'),
    on('2026-06-18', 'pass'),
    on('2026-06-18', 'deviation'),
    on('2026-06-18', 'not_tested'),
    on('2026-06-14', 'pass'),
    on('2026-12-12', 'pass'),
  ]);
  expect(pins).toEqual([
    { column: 1, items: 2, result: 'not_tested' },
    { column: 3, items: 3, result: 'deviation' },
    { column: 4, items: 1, result: 'pass' },
  ]);
  const sampled = row('C-07', { pins });
  expect(sayCell(sampled, 3, COLUMNS)).toMatch(/2026-06-21; 3 sampled items, some deviating$/);
  expect(sayCell(sampled, 4, COLUMNS)).toMatch(/; 1 sampled item, tested$/);
  expect(sayCell(sampled, 5, COLUMNS)).not.toContain('sampled');
  expect(sayRow(sampled, COLUMNS)).toMatch(
    /due 173; sampled days, deviating: 2026-06-18; sampled days, not tested: 1; sampled days, tested: 1$/,
  );
  expect(stripCsv([sampled], COLUMNS).map((line) => line.at(-1))).toEqual([
    'sampled',
    '2026-06-16 not tested',
    '',
    '2026-06-18 deviating; 2026-06-19 tested',
    '',
  ]);
});

test('tested, deviating and not tested are told apart without colour, but for a circle full or empty', () => {
  const drawn = TEST_RESULTS.map((result) => drawPin({ column: 2, result }, { day: 4, height: 16 }));
  expect(drawn[TEST_RESULTS.indexOf('deviation')]).not.toBe(drawn[TEST_RESULTS.indexOf('pass')]);
  expect(drawn.every((d) => d.startsWith('M') && d.endsWith('Z') && !d.includes('NaN'))).toBe(true);
});

test('the table says every stretch, the SVG every control, with names that cannot break out of it', () => {
  expect(stripCsv([row('C-01')], COLUMNS)).toHaveLength(5);
  expect(stripCsv([row('C-01')], COLUMNS)[3]?.slice(-5)).toEqual([
    '2026-06-18',
    '2026-06-21',
    '4',
    'missed',
    '',
  ]);
  const svg = stripSvg({
    title: 'Window <1>',
    sentence: 'a & b',
    columns: COLUMNS,
    lines: stripLines(
      [row('C-01', { name: 'A <script>', pins: [{ column: 2, items: 1, result: 'pass' }] })],
      'none',
      { criteria: [], annex: [] },
    ),
    palette: {
      paper: '#fff',
      rule: '#ddd',
      ink: '#000',
      soft: '#555',
      pass: '#060',
      late: '#960',
      fail: '#900',
      none: '#888',
    },
  });
  expect(svg).toContain('A &lt;script&gt;');
  expect(svg).not.toContain('<script>');
  expect(svg).toContain('Jun 2026');
  // The pin of the row, and the one of the legend.
  expect(svg.match(/fill="#000" stroke-width/g)).toHaveLength(2);
});
