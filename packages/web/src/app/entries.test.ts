import { describe, expect, test } from 'vitest';
import { matching, type Entry } from './entries.ts';

const entry = (id: string, label: string, kind: Entry['kind'] = 'find'): Entry => ({
  id,
  label,
  hint: '',
  kind,
  run: () => undefined,
});

describe('the palette', () => {
  const entries = [
    entry('home', 'Home', 'go'),
    entry('dark', 'Theme: dark', 'do'),
    entry('C-100', 'C-100 Management review'),
    entry('C-10', 'C-10 Segregation of duties'),
    entry('E-10', 'E-10 Review of C-10 rights'),
  ];
  const ids = (words: string): readonly string[] => matching(entries, words).map((each) => each.id);

  test('offers places and acts while nothing is typed', () => {
    expect(ids('')).toEqual(['home', 'dark']);
  });

  test('puts an id that is typed whole before one that begins so', () => {
    expect(ids('c-10')).toEqual(['C-10', 'C-100', 'E-10']);
  });

  test('wants every word', () => {
    expect(ids('review management')).toEqual(['C-100']);
  });

  test('says nothing where nothing fits', () => {
    expect(ids('zebra')).toEqual([]);
  });
});
