import { expect, test } from 'vitest';
import { programmeDrawing } from './programme.layout.ts';

const NONE = { state: 'none', audits: [], findings: [] } as const;
const YEARS = [1, 2, 3].map((year) => ({ year, from: '2026-01-01', to: '2026-12-31', audits: ['IA-1'] }));

function drawn(narrow: boolean) {
  const requirements = Array.from({ length: 40 }, (_, i) => ({
    requirement: `iso27001:2022/${i < 37 ? 'A.5' : '9'}.${i + 1}`,
    title: 'A title',
    section: i < 37 ? 'A.5' : '9',
    state: i === 0 ? ('audited' as const) : ('unplanned' as const),
    audits: [],
    years: [
      i === 0
        ? { state: 'finding' as const, audits: ['IA-1'], findings: ['NC-1'] }
        : { ...NONE, audits: [], findings: [] },
      { ...NONE, audits: [], findings: [] },
      { ...NONE, audits: [], findings: [] },
    ],
  }));
  return programmeDrawing({ requirements, years: YEARS }, narrow);
}

test.each([false, true])(
  'no cell covers another, and all stand within the picture (narrow: %s)',
  (narrow) => {
    const { cells, size, width, height } = drawn(narrow);
    expect(cells).toHaveLength(120);
    expect(new Set(cells.map(({ x, y }) => `${x} ${y}`)).size).toBe(120);
    expect(cells.every(({ x, y }) => x + size <= width && y + size <= height)).toBe(true);
    for (const { x, y } of cells)
      expect(cells.filter((each) => Math.abs(each.x - x) < size && Math.abs(each.y - y) < size)).toHaveLength(
        1,
      );
  },
);

test('a cell says what it is, where it was audited and what was found', () => {
  expect(drawn(false).cells[0]).toMatchObject({
    says: 'A.5.1 A title, year 1: audited, with a finding, in IA-1: NC-1.',
    audit: 'IA-1',
  });
  expect(drawn(false).texts.map(({ text }) => text)).toContain('1 / 37 audited');
});
