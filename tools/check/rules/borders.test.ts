// The borders between packages and slices, the places of SQL, and cycles: red on each planted crossing.
import { describe, expect, it } from 'vitest';
import { isSql } from '../read/sql.ts';
import { emptyTree, findings, fixture } from '../testing/planted.ts';

describe('borders', () => {
  it('finds each planted crossing of a package’s border', async () => {
    const found = await findings('borders', fixture('borders/tree'));
    expect(found.filter((each) => !/the slice|platform|SQL/.test(each))).toEqual([
      'packages/cli/src/main.ts:3 @assay/server/slices/risks/risks.repository.ts is not a door of server',
      'packages/contract/src/serves.ts:2 contract imports hono',
      'packages/core/src/risks/impure.ts:2 core imports node:fs',
      'packages/sources/src/index.ts:2 sources reaches the database (pg)',
      'packages/sources/src/index.ts:5 sources reaches the database (kysely)',
      'packages/web/src/App.tsx:2 web reaches server',
      'packages/web/src/App.tsx:4 web reaches server behind its door (packages/server/src/app/start.ts)',
      'packages/web/src/App.tsx:5 web reaches server behind its door (packages/server/src/index.ts)',
      'packages/web/src/App.tsx:6 web reaches server',
      'packages/web/src/App.tsx:7 web reaches server behind its door (packages/server/src/app/start.ts)',
      'packages/web/src/App.tsx:8 an import that no check can see: its name is not a literal',
      'packages/web/src/files.ts:2 web imports node:path',
      'packages/web/src/files.ts:3 web reaches sources',
    ]);
  });

  it('finds slices that meet elsewhere than at their door', async () => {
    const found = await findings('borders', fixture('borders/tree'));
    expect(found.filter((each) => /the slice|platform knows/.test(each))).toEqual([
      'packages/core/src/controls/peeks.ts:2 goes behind the door of the slice risks (packages/core/src/risks/score.ts)',
      'packages/core/src/kernel/result.ts:2 the kernel knows the slice risks',
      'packages/server/src/app/start.ts:2 goes behind the door of the slice risks (risks.repository.ts)',
      'packages/server/src/platform/mail.ts:2 platform knows packages/server/src/slices/risks/risks.module.ts',
      'packages/server/src/slices/soa/soa.usecases.ts:2 goes behind the door of the slice risks (risks.tables.ts)',
    ]);
  });

  it('finds SQL outside its places: by import, by type, by tag, by text', async () => {
    const found = await findings('borders', fixture('borders/tree'));
    const path = 'packages/server/src/slices/risks/risks.usecases.ts';
    expect(found.filter((each) => each.includes('SQL'))).toEqual([
      `${path}:2 SQL outside its places: imports kysely`,
      `${path}:3 SQL outside its places: imports pg`,
      `${path}:4 SQL outside its places: the template tag sql`,
      `${path}:5 SQL outside its places: a text that is SQL`,
      `${path}:6 SQL outside its places: a text that is SQL`,
    ]);
  });

  it.each([
    ["select 1 from pg_roles where rolname = 'x'", true],
    ['SELECT set_config($1, $2, true)', true],
    ['\n  create unique index risks_now on risks (org_id)', true],
    ['update risks set state = $1', true],
    ['Select a control from the list', false],
    ['Update available', false],
    ['delete', false],
    ['create an organisation', false],
  ])('takes %j for SQL: %s', (text, expected) => {
    expect(isSql(text)).toBe(expected);
  });

  it('refuses a package in which it saw no modules, and one without a border', async () => {
    expect(await findings('borders', fixture('borders/blind'))).toEqual([
      '(borders) saw no imports',
      'packages/stranger the package has no border',
      'packages/web no modules were seen',
    ]);
  });

  it('refuses a tree in which it saw nothing at all', async () => {
    const root = emptyTree();
    expect(await findings('borders', root)).toEqual([
      '(borders) saw no imports',
      '(borders) saw no modules',
      '(borders) saw no packages',
    ]);
    expect(await findings('cycles', root)).toEqual(['(cycles) saw no edges', '(cycles) saw no modules']);
  });

  it('is green on a tree that keeps its borders', async () => {
    expect(await findings('borders', fixture('borders/green'))).toEqual([]);
  });
});

describe('cycles', () => {
  it('finds a cycle of values, cycles closed by types, and says the way', async () => {
    const at = (name: string): string => `packages/core/src/${name}.ts`;
    const way = (...names: string[]): string => names.map(at).join(' -> ');
    expect(await findings('cycles', fixture('cycles/tree'))).toEqual([
      `${at('mixed/decide')} type-only cycle: ${way('mixed/decide', 'mixed/state', 'mixed/decide')}`,
      `${at('types/line')} type-only cycle: ${way('types/line', 'types/order', 'types/line')}`,
      `${at('value/a')} value cycle: ${way('value/a', 'value/b', 'value/c', 'value/a')}`,
    ]);
  });
});
