import { describe, expect, test } from 'vitest';
import { at, textAt } from '../read/json.ts';
import { chunked } from '../read/recording.ts';
import { JsonFault, jsonItems, type ItemOptions } from './items.ts';

async function valuesOf(
  data: string | Uint8Array,
  options: ItemOptions = {},
  size = 65_536,
): Promise<unknown[]> {
  const values: unknown[] = [];
  for await (const item of jsonItems(chunked(data, size), options)) values.push(item.value);
  return values;
}

async function faultOf(data: string | Uint8Array, options: ItemOptions = {}): Promise<JsonFault> {
  try {
    await valuesOf(data, options);
  } catch (cause) {
    if (cause instanceof JsonFault) return cause;
    throw cause;
  }
  throw new Error('nothing was refused');
}

async function withFaults(
  data: string,
  options: ItemOptions = {},
): Promise<{ values: unknown[]; faults: string[] }> {
  const faults: string[] = [];
  const values = await valuesOf(data, {
    ...options,
    fault: (fault) => faults.push(`${fault.code} @ ${fault.position}`),
  });
  return { values, faults };
}

const tricky = [{ a: 'x"]},{[\\' }, { b: { c: [[], {}] }, d: '// no comment' }, { e: 'ä€😀', f: '\\"' }];

describe('items of a JSON stream', () => {
  const spellings: readonly (readonly [string, string])[] = [
    ['an array', JSON.stringify(tricky)],
    ['an array over many lines', JSON.stringify(tricky, null, 4)],
    ['NDJSON', tricky.map((each) => JSON.stringify(each)).join('\n')],
    [
      'NDJSON with CRLF and blank lines',
      tricky.map((each) => JSON.stringify(each)).join('\r\n\r\n') + '\r\n',
    ],
    [
      'objects over many lines, one after another',
      tricky.map((each) => JSON.stringify(each, null, 2)).join('\n'),
    ],
    ['a JSON text sequence (RFC 7464)', tricky.map((each) => `\u001e${JSON.stringify(each)}\n`).join('')],
    [
      'pages put one after another',
      `${JSON.stringify(tricky.slice(0, 1))}\n${JSON.stringify(tricky.slice(1))}`,
    ],
    [
      'a file with comments',
      `// head\n[ // why\n${JSON.stringify(tricky[0])}, // the rest\n{"b": // inner "quote" ]\n{"c":[[],{}]},"d":"// no comment"}\n,${JSON.stringify(tricky[2])}]\n// end`,
    ],
    ['a file with a byte order mark', `\ufeff${JSON.stringify(tricky)}`],
  ];
  test.each(spellings)('are the same from %s, in chunks of any size', async (_, text) => {
    for (const size of [1, 2, 3, 7, 64, 65_536]) expect(await valuesOf(text, {}, size)).toEqual(tricky);
  });

  test('are read from UTF-16, which PowerShell writes', async () => {
    const little = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(JSON.stringify(tricky), 'utf16le')]);
    expect(await valuesOf(little)).toEqual(tricky);
    expect(await valuesOf(little, {}, 3)).toEqual(tricky);
    expect(
      await valuesOf(
        Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(JSON.stringify(tricky), 'utf16le').swap16()]),
      ),
    ).toEqual(tricky);
  });

  test('are the elements of the named array in an envelope, whatever stands around it', async () => {
    const text = JSON.stringify(
      { Meta: { Findings: 'no', list: [1, [2]] }, Findings: tricky, Next: ['x'] },
      null,
      1,
    );
    for (const size of [1, 5, 65_536])
      expect(await valuesOf(text, { envelope: ['Findings'] }, size)).toEqual(tricky);
    const pages = `${JSON.stringify({ Findings: tricky.slice(0, 2) })}\n${JSON.stringify({ Findings: tricky.slice(2) })}`;
    expect(await valuesOf(pages, { envelope: ['Findings'] }, 11)).toEqual(tricky);
  });

  test('are the object itself when it has no such array', async () => {
    expect(
      await valuesOf('{"GeneratorId":"x","list":[{"Findings":[1]}]}', { envelope: ['Findings'] }),
    ).toEqual([{ GeneratorId: 'x', list: [{ Findings: [1] }] }]);
  });

  test('know their index and the byte at which they begin', async () => {
    const places: (readonly [number, number])[] = [];
    for await (const item of jsonItems(chunked('[{"ä":1},\n {"b":2}]', 4)))
      places.push([item.index, item.offset]);
    expect(places).toEqual([
      [0, 1],
      [1, 12],
    ]);
  });

  test('are none in an empty file, an empty array and an empty envelope', async () => {
    expect(await valuesOf('')).toEqual([]);
    expect(await valuesOf(' [ ] ')).toEqual([]);
    expect(await valuesOf('{"Findings":[]}', { envelope: ['Findings'] })).toEqual([]);
  });
});

describe('a broken item', () => {
  test('costs only its line in NDJSON', async () => {
    const text = '{"a":1}\n{"b":"open\n{"c":3}\n{"d":[}\n{"e":5}}\nwords\n{"f":6}\n';
    const { values, faults } = await withFaults(text);
    expect(values).toEqual([{ a: 1 }, { c: 3 }, { e: 5 }, { f: 6 }]);
    expect(faults).toEqual([
      'json.syntax @ item 1, byte 8',
      'json.syntax @ item 3, byte 27',
      'json.syntax @ byte 42',
      'json.syntax @ item 6, byte 44',
    ]);
  });

  test('costs only itself in an array, as long as its brackets match', async () => {
    const { values, faults } = await withFaults('[{"a":1},{"b":,},{"c":3}]');
    expect(values).toEqual([{ a: 1 }, { c: 3 }]);
    expect(faults).toEqual(['json.syntax @ item 1, byte 9']);
  });

  test('ends the reading when nobody asked to hear of it', async () => {
    expect((await faultOf('{"a":1}\n{"b":}\n{"c":3}\n')).code).toBe('json.syntax');
  });

  test('with bytes that are not UTF-8 is refused by name', async () => {
    const bytes = Buffer.concat([Buffer.from('[{"a":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}]')]);
    expect(await faultOf(bytes)).toMatchObject({ code: 'json.encoding', position: 'item 0, byte 1' });
  });
});

describe('a file is refused as a whole', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['that ends in an item', '[{"a":1},{"b":', 'json.truncated'],
    ['that ends in a text', '[{"a":1},{"b":"x', 'json.truncated'],
    ['that ends after a comma', '[{"a":1},', 'json.truncated'],
    ['that ends in the last line of NDJSON', '{"a":1}\n{"b":1}\n{"c":', 'json.truncated'],
    ['that ends in its envelope', '{"Findings":[{"a":1}', 'json.truncated'],
    ['that ends after the array of its envelope', '{"Findings":[{"a":1}],', 'json.truncated'],
    ['with a comma too many', '[{"a":1},]', 'json.syntax'],
    ['with a comma too few', '[{"a":1} {"b":1}]', 'json.syntax'],
    ['with a value that is no object', '[{"a":1}, 7]', 'json.syntax'],
    ['with the wrong closing bracket', '[{"a":1}}', 'json.syntax'],
    ['with a broken envelope', '{"Findings":[{"a":1}] "x":1}', 'json.syntax'],
    ['with NUL between its items', '[{"a":1}\u0000]', 'json.syntax'],
    ['with words instead of JSON', 'hello', 'json.syntax'],
  ];
  test.each(cases)('%s', async (_, text, code) => {
    expect((await faultOf(text, { envelope: ['Findings'], fault: () => {} })).code).toBe(code);
  });

  test('when an item nests deeper than 64 levels, long before it ends', async () => {
    expect((await faultOf('['.repeat(1_000_000))).code).toBe('json.depth');
    expect((await faultOf(`[${'{"a":'.repeat(1_000_000)}`)).code).toBe('json.depth');
    expect((await faultOf(`{"a":1}\n{"b":${'['.repeat(5000)}\n`, { fault: () => {} })).code).toBe(
      'json.depth',
    );
    const deep = `${'{"a":'.repeat(63)}[]${'}'.repeat(63)}`;
    expect(await valuesOf(`[${deep}]`)).toHaveLength(1);
    expect(await valuesOf(`{"Findings":[${deep}]}`, { envelope: ['Findings'] })).toHaveLength(1);
  });

  test('when an item is larger than its limit', async () => {
    expect((await faultOf(`[{"a":"${'x'.repeat(200_000)}"}]`, { itemLimit: 100_000 })).code).toBe(
      'json.item_too_large',
    );
  });
});

test('a single line of 10 MB is one item', async () => {
  const values = await valuesOf(JSON.stringify([{ text: 'y'.repeat(10_000_000) }]));
  expect(values).toHaveLength(1);
});

test('a key named __proto__ is a key like any other, and of two equal keys the last counts', async () => {
  const [value] = await valuesOf('[{"__proto__":{"status_code":"PASS"},"a":1,"a":2}]');
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  expect(at(value, '__proto__', 'status_code')).toBe('PASS');
  expect(textAt(value, 'status_code')).toBeUndefined();
  expect(value).toMatchObject({ a: 2 });
});
