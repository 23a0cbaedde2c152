import { expect, test } from 'vitest';
import { chunked } from '../read/recording.ts';
import { csvRowBatches, rowsOf, separatorOf } from './csv.ts';

async function cellsOf(data: string | Uint8Array, size = 65_536): Promise<(readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  for await (const batch of csvRowBatches(chunked(data, size))) for (const row of batch) rows.push(row.cells);
  return rows;
}

test('the separator is the one that the header uses most, outside quotes', () => {
  expect(separatorOf('a,b;c,d')).toBe(',');
  expect(separatorOf('a;"b,c,d,e";f')).toBe(';');
  expect(separatorOf('a\tb\tc')).toBe('\t');
  expect(separatorOf('alone')).toBe(',');
});

test('quotes, doubled quotes, separators and line breaks inside quotes are read in chunks of any size', async () => {
  const text = '\ufeffa;b;c\r\n1;"x;""y""";\r\n"two\r\nlines";;"end"\r\nlast;"";z';
  const rows = [
    ['a', 'b', 'c'],
    ['1', 'x;"y"', ''],
    ['two\r\nlines', '', 'end'],
    ['last', '', 'z'],
  ];
  for (const size of [1, 2, 3, 5, 65_536]) expect(await cellsOf(text, size)).toEqual(rows);
});

test('a row knows the line on which it starts, also after a cell with line breaks', () => {
  expect(rowsOf('a,b\n"1\n2\n3",x\n4,y\n').map((row) => row.line)).toEqual([1, 2, 5]);
});

test('Excel may name the separator in a line of its own', async () => {
  expect(await cellsOf('sep=;\r\na;b\r\n1,5;2\r\n')).toEqual([
    ['a', 'b'],
    ['1,5', '2'],
  ]);
});

test('a quote in the middle of a cell is only a quote', async () => {
  expect(await cellsOf('a,b\n6" pipe,"x"y\n')).toEqual([
    ['a', 'b'],
    ['6" pipe', 'xy'],
  ]);
});

test('formulas come out as text, unchanged', async () => {
  expect(await cellsOf('a,b\n=1+1,@cmd\n')).toEqual([
    ['a', 'b'],
    ['=1+1', '@cmd'],
  ]);
});

test('Windows-1252 is read as what it is, and said', async () => {
  let guessed = 0;
  const bytes = Buffer.concat([Buffer.from('name,city\nA,M'), Buffer.from([0xfc]), Buffer.from('nchen\n')]);
  const rows: (readonly string[])[] = [];
  for await (const batch of csvRowBatches(chunked(bytes), {
    guessed: () => {
      guessed += 1;
    },
  }))
    for (const row of batch) rows.push(row.cells);
  expect(rows[1]).toEqual(['A', 'München']);
  expect(guessed).toBe(1);
});

test('UTF-16 with its mark is read', async () => {
  expect(
    await cellsOf(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('a\tb\nä\t€\n', 'utf16le')])),
  ).toEqual([
    ['a', 'b'],
    ['ä', '€'],
  ]);
});

test('a file that is UTF-8 at first and something else later is refused', async () => {
  const bytes = Buffer.concat([
    Buffer.from(`a,b\nä,${'x'.repeat(100_000)}\n`),
    Buffer.from([0xff, 0xfe, 0xff]),
  ]);
  await expect(cellsOf(bytes)).rejects.toMatchObject({ code: 'csv.encoding' });
});

test('a quote that never ends is refused, and so is a row without end', async () => {
  await expect(cellsOf('a,b\n"1,2\n3,4\n')).rejects.toMatchObject({
    code: 'csv.quote_open',
    position: 'line 2',
  });
  await expect(cellsOf(`a,b\n"${'x'.repeat(9_000_000)}`)).rejects.toMatchObject({
    code: 'csv.row_too_large',
  });
});

test('a row of a million quoted cells takes time in proportion to its length', async () => {
  const started = performance.now();
  const [row] = await cellsOf(`${'"a",'.repeat(1_000_000)}"b"\n`);
  expect(row).toHaveLength(1_000_001);
  expect(performance.now() - started).toBeLessThan(5000);
});
