// Every format has a file of our own, and every reader says exactly this of it.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { counted, FIXTURES, readingOf } from './fixtures.testing.ts';
import { readers } from './registry.ts';

const folder = mkdtempSync(join(tmpdir(), 'assay-fixtures-'));
afterAll(() => rmSync(folder, { recursive: true }));

test.each(FIXTURES)('$name is read as $reader', async (fixture) => {
  const { summary, observations, rows } = await readingOf(
    join(folder, 'file'),
    fixture.text,
    fixture.options,
  );
  expect(summary.reader).toBe(fixture.reader);
  expect(counted(observations.map((each) => each.status))).toBe(fixture.statuses);
  expect(counted(rows.map((each) => each.population))).toBe(fixture.populations);
  expect(summary.problems.map((each) => each.code).join(', ')).toBe(fixture.problems);
});

test('no reader is without a fixture, and no fixture without a line here', () => {
  const tried = new Set(FIXTURES.map((fixture) => fixture.reader));
  expect(readers.map((reader) => reader.id).filter((id) => id !== 'artefact' && !tried.has(id))).toEqual([]);
  const files = readdirSync(new URL('../../fixtures/', import.meta.url), { withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => each.name);
  const named = new Set(FIXTURES.map((fixture) => fixture.name));
  expect(files.filter((file) => !named.has(file))).toEqual(['hostile-doctype.xml']);
});
