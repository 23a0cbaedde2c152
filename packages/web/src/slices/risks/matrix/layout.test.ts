// The matrix keeps every risk in its cell at any width, and its keys reach what lies ahead.
import { DEFAULT_METHOD, GRID_27005 } from '@assay/core';
import { expect, test } from 'vitest';
import type { Matrix, Method } from '../risks.ts';
import { matrixPicture, nextChip, shadeOf } from './layout.ts';
import { matrixSvg } from './svg.ts';

const METHOD: Pick<Method, 'levels' | 'acceptable' | 'likelihood' | 'impact'> = {
  likelihood: [...DEFAULT_METHOD.likelihood],
  impact: [...DEFAULT_METHOD.impact],
  levels: [...DEFAULT_METHOD.levels],
  acceptable: 2,
};
const PLACED: Readonly<Record<string, readonly string[]>> = {
  '3-5': ['R-1', 'R-2', 'R-3', 'R-4', 'R-5', 'R-6'],
  '2-4': ['R-7'],
  '1-1': ['R-10'],
};
const MATRIX: Pick<Matrix, 'rows' | 'moves' | 'aims'> = {
  rows: GRID_27005.map((row, r) =>
    row.map((level, c) => ({
      likelihood: r + 1,
      impact: c + 1,
      level: level + 1,
      name: DEFAULT_METHOD.levels[level]?.name ?? '',
      risks: [...(PLACED[`${r + 1}-${c + 1}`] ?? [])],
    })),
  ).reverse(),
  moves: [{ risk: 'R-7', from: { likelihood: 5, impact: 5 }, to: { likelihood: 2, impact: 4 } }],
  aims: [{ risk: 'R-7', from: { likelihood: 2, impact: 4 }, to: { likelihood: 1, impact: 1 } }],
};
const ALL = new Set(Object.values(PLACED).flat());
const pictureAt = (width: number, shown = ALL) => matrixPicture(MATRIX, METHOD, { width, shown });

test.each([288, 358, 700, 1000, 1300])(
  'at %i pixels each risk lies within its cell, and none on another',
  (width) => {
    const { cells, chips } = pictureAt(width);
    expect(chips.map(({ risk }) => risk).sort()).toEqual([...ALL].sort());
    for (const chip of chips) {
      const cell = cells.find((each) => each.likelihood === chip.likelihood && each.impact === chip.impact);
      if (!cell) throw new Error(`no cell for ${chip.risk}`);
      expect(chip.x).toBeGreaterThanOrEqual(cell.x);
      expect(chip.x + chip.width).toBeLessThanOrEqual(cell.x + cell.width);
      expect(chip.y + chip.height).toBeLessThanOrEqual(cell.y + cell.height);
      for (const other of chips.filter((each) => each !== chip))
        expect(
          other.x >= chip.x + chip.width ||
            chip.x >= other.x + other.width ||
            other.y >= chip.y + chip.height ||
            chip.y >= other.y + other.height,
        ).toBe(true);
    }
    expect(Math.max(...cells.map((cell) => cell.x + cell.width))).toBeLessThanOrEqual(width);
  },
);

test('an arrow comes from where a risk was and goes to where it is to be; a risk that is filtered away has none', () => {
  const { arrows, cells } = pictureAt(1000);
  const worst = cells.find(({ likelihood, impact }) => likelihood === 5 && impact === 5);
  expect(arrows.map(({ kind }) => kind)).toEqual(['done', 'aim']);
  expect(arrows[0]?.from.x).toBeGreaterThan(worst?.x ?? Infinity);
  expect(pictureAt(1000, new Set(['R-1'])).arrows).toEqual([]);
});

test('the line of acceptance parts every acceptable cell from one that is not', () => {
  const { cells, limit } = pictureAt(1000);
  const at = (likelihood: number, impact: number): number =>
    cells.find((cell) => cell.likelihood === likelihood && cell.impact === impact)?.level ?? 0;
  const beyond = (level: number): boolean => level > METHOD.acceptable;
  const edges = cells.flatMap(({ likelihood, impact, level }) =>
    beyond(level)
      ? []
      : [
          ...(beyond(at(likelihood + 1, impact)) ? ['above'] : []),
          ...(beyond(at(likelihood, impact + 1)) ? ['right'] : []),
        ],
  );
  expect(limit).toHaveLength(edges.length);
});

test('arrow keys go to the nearest risk that lies ahead', () => {
  const { chips } = pictureAt(1300);
  const chip = (risk: string) => chips.find((each) => each.risk === risk);
  const from = chip('R-1');
  if (!from) throw new Error('R-1 is not drawn');
  expect(nextChip(chips, from, 'ArrowRight')?.risk).toBe('R-2');
  expect(nextChip(chips, from, 'ArrowUp')).toBeUndefined();
  expect(nextChip(chips, from, 'Enter')).toBeUndefined();
});

test('the file says what the page says, with nothing in it that is read as markup', () => {
  const palette = { paper: '#fff', rule: '#ccc', ink: '#000', soft: '#555' };
  const svg = matrixSvg(pictureAt(960), { title: 'A <b> & c', sentence: '8 risks', kind: 'done', palette });
  expect(svg).toContain('A &lt;b> &amp; c');
  expect([...svg.matchAll(/>R-\d+</g)]).toHaveLength(8);
  expect(shadeOf(1, 5)).toBe(0);
});
