// Every reader on a large file, beside the machine's own parser on the same bytes and COPY of as many rows,
// all in one process and in turns: the goal is half the speed of the slower of the two.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_LIMITS, readFile, type ReadRequest } from '@assay/sources';
import { temporary } from '../e2e/server.ts';
import { copyTarget, type CopyTarget } from './copy.ts';
import type { Figure } from './figure.ts';
import type { Input } from './inputs/shape.ts';
import { INPUTS } from './inputs.ts';
import { mbs } from './measure.ts';
import { PARSE, PARSER } from './parsers.ts';

const BYTES = 24 * 1024 * 1024;
const ROUNDS = 5;
const EPOCH = '1970-01-01T00:00:00Z';

export async function readersBench(): Promise<readonly Figure[]> {
  const place = temporary();
  const target = await copyTarget();
  try {
    const figures: Figure[] = [];
    for (const input of INPUTS) figures.push(await figure(join(place.path, 'input'), input, target));
    return figures;
  } finally {
    await target.close();
    place.remove();
  }
}

async function figure(path: string, input: Input, target: CopyTarget): Promise<Figure> {
  writeFileSync(path, input.text(BYTES));
  const bytes = readFileSync(path);
  const request = {
    path,
    options: input.columns ? { columns: input.columns } : {},
    limits: DEFAULT_LIMITS,
  };
  const rows = target.load(await rowsOf(request, input.reader));
  const own: number[] = [];
  const parse: number[] = [];
  const copy: number[] = [];
  for (let i = 0; i < ROUNDS; i += 1) {
    own.push(await timed(() => readFile(request, () => Promise.resolve())));
    parse.push(await timed(() => Promise.resolve(PARSE[input.plain](bytes))));
    copy.push(await target.copy());
  }
  const [best, parser, database] = [Math.min(...own), Math.min(...parse), Math.min(...copy)];
  const ratio = Math.max(parser, database) / best;
  const name = PARSER[input.plain];
  return {
    name: `read ${input.name}`,
    value: `${mbs(bytes.length, best)}, ${rate(rows, best)}`,
    limit: `${name === '' ? '' : `${name} ${rate(rows, parser)}, `}COPY ${rate(rows, database)}`,
    ratio: ratio.toFixed(2),
    goal: '0.5 of the slower',
    met: ratio >= 0.5,
  };
}

/** What the file comes to, as rows for COPY; also the warm-up. Fails when it is read wrongly. */
async function rowsOf(request: ReadRequest, reader: string): Promise<readonly (readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  const summary = await readFile(request, (batch) => {
    for (const each of batch.observations)
      rows.push([
        each.check,
        each.subject,
        each.status,
        each.observedAt ?? EPOCH,
        each.severity ?? '',
        each.message ?? '',
      ]);
    for (const each of batch.population)
      rows.push([each.population, each.key, '', EPOCH, '', JSON.stringify(each.fields)]);
    return Promise.resolve();
  });
  const [problem] = summary.problems;
  if (summary.reader !== reader || problem?.level === 'fatal' || rows.length === 0)
    throw new Error(`${reader} read as ${summary.reader}: ${problem?.message ?? `${rows.length} rows`}`);
  return rows;
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await act();
  return performance.now() - began;
}

function rate(rows: number, millis: number): string {
  const each = rows / (millis / 1000);
  return each >= 1e6 ? `${(each / 1e6).toFixed(1)} M/s` : `${(each / 1000).toFixed(0)} k/s`;
}
