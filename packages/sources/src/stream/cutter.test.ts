import { describe, expect, test } from 'vitest';
import { Cutter } from './cutter.ts';

/** The items of a text that comes in chunks of one size. */
function itemsOf(text: string, size: number, lines = false): (readonly [string, number, number, boolean])[] {
  const cutter = new Cutter({ envelope: ['Findings'], itemLimit: 1_000_000 });
  cutter.lines = lines;
  const bytes = Buffer.from(text);
  const items: (readonly [string, number, number, boolean])[] = [];
  for (let i = 0; i < bytes.length; i += size)
    for (const raw of cutter.push(bytes.subarray(i, i + size)))
      items.push([Buffer.from(raw.content).toString(), raw.index, raw.offset, raw.fault !== undefined]);
  cutter.end();
  return items;
}

const texts: readonly (readonly [string, string, boolean])[] = [
  ['an array with escapes', '[{"a":"x\\\\\\"]},{"},\n {"b":{"c":[[],{"d":"\\u007d"}]}} ,{}]', false],
  ['objects in a row', '{"a":"[{"}\n\n{"b":[1,[2]]}{"c":{}}', false],
  [
    'NDJSON with broken lines',
    '{"a":1}\n{"b":"open\n{"c":"\\\\"}\n{"d":[}\n{"e":5}}\nwords\n{"f":6}\n',
    true,
  ],
  [
    'an envelope',
    '{"x":["Findings",[1]],"Findings" : [ {"a":"]"} , {"b":[]} ],"y":{"Findings":[{}]}}\n{"Findings":[{"c":1}]}',
    false,
  ],
  [
    'an object with arrays that are named like an envelope’s',
    '{"Bindings":[{"a":1}],"z":{"Findings":[{"b":2}]}}',
    false,
  ],
  ['comments', '// a "quote" [\n[{"a": // in { the item\n 1} // after\n ,{"b":"//"}]//end', false],
  ['letters beyond ASCII', '[{"ä":"€"},{"😀":"]"}]', false],
];

describe('items are cut at the same places whatever the chunks', () => {
  test.each(texts)('%s', (_, text, lines) => {
    const whole = itemsOf(text, 1_000_000, lines);
    for (let size = 1; size <= text.length; size += 1)
      expect(itemsOf(text, size, lines), `chunks of ${size}`).toEqual(whole);
    for (const [content, , , fault] of whole)
      if (!fault && !content.includes('//'))
        expect(() => {
          JSON.parse(content);
        }).not.toThrow();
  });

  test('the cuts themselves are these', () => {
    expect(
      texts.map(([, text, lines]) => itemsOf(text, 1_000_000, lines).map(([content]) => content.length)),
    ).toEqual([[17, 31, 2], [10, 13, 8], [7, 10, 10, 7, 7, 0, 0, 7], [9, 8, 7], [49], [26, 10], [9, 10]]);
  });
});
