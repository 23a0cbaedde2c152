// A preview is judged by the bytes: nothing that a stranger wrote is run, and what is cut is said to be cut.
import { expect, it } from 'vitest';
import { csvRows, shownOf } from './preview.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const show = (text: string, filename = 'a.txt', size = bytes(text).length) =>
  shownOf(bytes(text), { filename, size });

it('shows HTML and SVG as the text that they are', () => {
  const page = '<script>alert(1)</script>';
  expect(show(page, 'page.html')).toEqual({ kind: 'text', text: page, cut: false });
  expect(show('<svg onload="x()"/>', 'a.svg').kind).toBe('text');
});

it('lays out JSON, and leaves alone what only looks like it', () => {
  expect(show('{"a":[1]}')).toMatchObject({ text: '{\n  "a": [\n    1\n  ]\n}' });
  expect(show('{not json')).toMatchObject({ text: '{not json' });
});

it('knows pictures by their first bytes and refuses those that are too large', () => {
  const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0);
  expect(shownOf(png, { filename: 'a.txt', size: 6 })).toEqual({ kind: 'image', type: 'image/png' });
  expect(shownOf(png, { filename: 'a.png', size: 7_000_000 }).kind).toBe('none');
});

it('refuses what is no text, and says that an empty file is empty', () => {
  expect(shownOf(Uint8Array.of(65, 0, 66), { filename: 'a.txt', size: 3 }).kind).toBe('none');
  expect(show('')).toEqual({ kind: 'none', why: 'The file is empty.' });
});

it('says that a text is cut, and does not break a letter in two', () => {
  const head = bytes('café').slice(0, 4);
  expect(shownOf(head, { filename: 'a.txt', size: 5 })).toEqual({ kind: 'text', text: 'caf', cut: true });
});

it.each([
  [
    'a,b\r\n1,"x, ""y"""\r\n',
    [
      ['a', 'b'],
      ['1', 'x, "y"'],
    ],
  ],
  [
    'a;b;c\n1,5;2;3',
    [
      ['a', 'b', 'c'],
      ['1,5', '2', '3'],
    ],
  ],
  ['a\tb\n\n', [['a', 'b'], ['']]],
  ['"line\nbreak",2', [['line\nbreak', '2']]],
])('reads the rows of %j', (text, rows) => {
  expect(csvRows(text)).toEqual(rows);
});

it('shows a table by its rows', () => {
  expect(show('a,b\n1,2\n', 'list.CSV')).toEqual({
    kind: 'table',
    rows: [
      ['a', 'b'],
      ['1', '2'],
    ],
    cut: false,
  });
});
