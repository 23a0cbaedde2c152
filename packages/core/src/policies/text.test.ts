// What is still the template's, and what changed between two texts.
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineDifference } from './difference.ts';
import { fill } from './fill.ts';
import { sameness } from './sameness.ts';
import { parseTemplate } from './template.ts';

const TEMPLATE = [
  '## Rules',
  '1. {{company}} locks doors.',
  '2. {{team}} looks every {{often}}.',
  '',
  'Nobody is',
  'excepted.',
].join('\n');
const FILLED = '## Rules\n1. Harbourline locks doors.\n2. Ops looks every week.\n\nNobody is excepted.\n';

describe('sameness', () => {
  test.each([
    ['the template itself', TEMPLATE, { same: 3, of: 3, left: 0, verdict: 'unmodified' }],
    ['a filled one', FILLED, { same: 3, of: 3, left: 0, verdict: 'unmodified' }],
    [
      'other numbers, headings and order',
      '# Our rules\n- Ops looks every week.\n- Harbourline locks doors.\n\nNobody  is\nexcepted.',
      { same: 3, of: 3, left: 0, verdict: 'unmodified' },
    ],
    ['one rule of its own', `${FILLED}\nDogs are welcome.`, { same: 3, of: 4, left: 0, verdict: 'partly' }],
    [
      'a rule left out',
      'Harbourline locks doors.\n\nNobody is excepted.',
      { same: 2, of: 2, left: 1, verdict: 'partly' },
    ],
    [
      'another word in a rule',
      FILLED.replace('locks', 'closes'),
      { same: 2, of: 3, left: 1, verdict: 'partly' },
    ],
    [
      'the same rule twice',
      `${FILLED}\n3. Harbourline locks doors.`,
      { same: 3, of: 4, left: 0, verdict: 'partly' },
    ],
    ['its own text', 'We do all of this by hand.', { same: 0, of: 1, left: 3, verdict: 'own' }],
    ['nothing', '## Rules\n', { same: 0, of: 0, left: 3, verdict: 'own' }],
  ])('of %s', (_, text, expected) => {
    expect(sameness(text, TEMPLATE)).toEqual(expected);
  });

  test('a fifth that is the template’s is still own, more is not', () => {
    const own = (count: number): string =>
      Array.from({ length: count }, (_, index) => `- Own rule ${index}.`).join('\n');
    expect(sameness(`Nobody is excepted.\n\n${own(4)}`, TEMPLATE).verdict).toBe('own');
    expect(sameness(`Nobody is excepted.\n\n${own(3)}`, TEMPLATE).verdict).toBe('partly');
  });

  test('a place with a value is that value, and what was typed into one without is taken as filled', () => {
    const values = new Map([['company', 'Harbourline']]);
    const told = FILLED.replace('Harbourline', 'Harbourline, unless it rains,');
    expect(sameness(told, TEMPLATE).verdict).toBe('unmodified');
    expect(sameness(told, TEMPLATE, values).verdict).toBe('partly');
    expect(sameness(FILLED, TEMPLATE, values).verdict).toBe('unmodified');
  });

  test('signs that patterns know mean themselves', () => {
    expect(sameness('a.c (x)', 'a.c (x)').same).toBe(1);
    expect(sameness('abc x', 'a.c (x)').same).toBe(0);
  });

  const content = new URL('../../../../content/policies/', import.meta.url);
  test.each(readdirSync(content))('every template knows itself when filled with its examples: %s', (name) => {
    const read = parseTemplate(readFileSync(new URL(name, content), 'utf8'));
    if (!read.ok) throw new Error(name);
    const { body, variables } = read.value;
    const values = new Map(variables.map((each) => [each.name, each.example]));
    const { text, missing } = fill(body, values);
    expect(missing).toEqual([]);
    expect(sameness(text, body).verdict).toBe('unmodified');
    expect(sameness(text, body, values).verdict).toBe('unmodified');
    expect(sameness(text.replace('1. ', '1. We of the harbour: '), body, values).verdict).toBe('partly');
  });
});

describe('the difference of two texts', () => {
  test('shows removed before added, and what stayed between', () => {
    expect(lineDifference('a\nb\nc\n', 'a\nx\nc\nd\n')).toEqual([
      { kind: 'same', text: 'a' },
      { kind: 'removed', text: 'b' },
      { kind: 'added', text: 'x' },
      { kind: 'same', text: 'c' },
      { kind: 'added', text: 'd' },
    ]);
  });

  test('of a text with itself is all the same, whatever ends its lines', () => {
    expect(lineDifference('a\r\nb', 'a\nb\n').every((line) => line.kind === 'same')).toBe(true);
  });

  test('gives both texts back, with no more removed than a shortest difference has', () => {
    const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 9 });
    fc.assert(
      fc.property(lines, lines, (old, fresh) => {
        const found = lineDifference(text(old), text(fresh));
        const of = (kinds: readonly string[]) =>
          found.filter((line) => kinds.includes(line.kind)).map((line) => line.text);
        expect(of(['same', 'removed'])).toEqual(old);
        expect(of(['same', 'added'])).toEqual(fresh);
        expect(of(['same']).length).toBe(longestCommon(old, fresh));
      }),
    );
  });
});

function text(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

/** By trying everything: slow, and plainly right. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  const [first, ...rest] = a;
  if (first === undefined || b.length === 0) return 0;
  const at = b.indexOf(first);
  const without = longestCommon(rest, b);
  return at < 0 ? without : Math.max(without, 1 + longestCommon(rest, b.slice(at + 1)));
}
