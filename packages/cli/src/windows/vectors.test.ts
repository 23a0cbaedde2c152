// Every vector of the window engine, answered as `assay window evaluate` answers it.
import { evaluateWindow } from '@assay/core';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { presentAnswer } from './answer.ts';
import { readCase } from './case.ts';

const FOLDER = new URL('../../../../vectors/windows/', import.meta.url);
const vectors = z.strictObject({
  about: z.string(),
  cases: z.array(
    z.strictObject({
      title: z.string(),
      rule: z.string(),
      derived: z.enum(['hand', 'naive']),
      case: z.unknown(),
      expect: z.record(z.string(), z.unknown()),
    }),
  ),
});
const files = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));

describe.each(files)('window vectors, %s', (file) => {
  const { cases } = vectors.parse(JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')));
  test.each(cases)('$title', ({ case: given, expect: expected }) => {
    const read = readCase(given);
    if ('pointer' in read) throw new Error(`${read.pointer} ${read.message}`);
    const answer = presentAnswer(read.question, evaluateWindow(read.question), read.start);
    expect(answer).toMatchObject(expected);
  });
});
