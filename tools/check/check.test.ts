// Every rule is shown red on a violation that was planted for it, and green on what stands beside it.
// Borders and cycles have their own file: rules/borders.test.ts.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { HOUSE, runScript } from './read/program.ts';
import { answerOf, linesOf } from './report.ts';
import type { Rule } from './rule.ts';
import { recordReleased } from './rules/migrations.ts';
import { rlsViolations, type TableRow } from './rules/rls.ts';
import { compareRoutes } from './rules/routes.ts';
import { emptyTree, findings, fixture, planted, ruleNamed } from './testing/planted.ts';

describe('types', () => {
  it('refuses a core that uses the process and the document', async () => {
    expect(await findings('types', fixture('types/core-uses-node'))).toEqual([
      expect.stringMatching(/^packages\/core\/src\/index\.ts:2 TS2\d+: Cannot find name 'process'/),
      expect.stringMatching(/^packages\/core\/src\/index\.ts:3 TS2\d+: Cannot find name 'document'/),
    ]);
  });

  it('refuses a core project that knows the browser', async () => {
    expect(await findings('types', fixture('types/core-knows-node'))).toEqual([
      "packages/core/tsconfig.json core's project knows dom",
    ]);
  });
});

describe('lint', () => {
  it('finds each planted violation, and nothing in the kernel’s brands or in clean code', async () => {
    const root = planted('lint/tree');
    const lines = (count: number, line: string): string =>
      Array.from({ length: count }, () => line).join('\n');
    const src = join(root, 'packages/server/src');
    writeFileSync(join(src, 'long.ts'), `export const planted = 401;\n${lines(400, '// one more line')}\n`);
    writeFileSync(join(src, 'full.ts'), `export const allowed = 400;\n${lines(399, '// one more line')}\n`);
    mkdirSync(join(src, 'tables'));
    writeFileSync(
      join(src, 'tables/sizes.ts'),
      `export const data = [];\n${lines(500, '// one more line')}\n`,
    );
    writeFileSync(
      join(src, 'stretch.ts'),
      `// Planted: a function of 61 lines.\nexport function stretch(): void {\n${lines(59, '  // one more line')}\n}\n`,
    );
    const found = await findings('lint', root);
    const named = found.map((each) =>
      /^packages\/(\S+) ([\w@/-]+\([\w-]+\))/.exec(each)?.slice(1, 3).join(' '),
    );
    expect(named).toEqual([
      'core/src/risks/asserts.ts:4 typescript(consistent-type-assertions)',
      'core/src/risks/clock.ts:3 eslint(no-restricted-globals)',
      'core/src/risks/dice.ts:3 eslint(no-restricted-properties)',
      'core/src/risks/reaches.ts:3 eslint(no-console)',
      'core/src/risks/reaches.ts:4 eslint(no-restricted-globals)',
      'core/src/risks/waits.ts:2 oxc(no-async-await)',
      'core/src/risks/waits.ts:2 typescript(no-restricted-types)',
      'core/src/risks/waits.ts:3 eslint(no-restricted-globals)',
      'server/src/anything.ts:2 typescript(no-explicit-any)',
      'server/src/anything.ts:3 typescript(no-unsafe-member-access)',
      'server/src/anything.ts:3 typescript(no-unsafe-return)',
      'server/src/bangs.ts:3 typescript(no-non-null-assertion)',
      'server/src/crowded.ts:2 eslint(max-params)',
      'server/src/default.ts:2 import(no-default-export)',
      'server/src/floats.ts:3 typescript(no-floating-promises)',
      expect.stringMatching(/^server\/src\/long\.ts:\d+ eslint\(max-lines\)$/),
      'server/src/stretch.ts:2 eslint(max-lines-per-function)',
    ]);
  });
});

describe('format', () => {
  it('names the file that is not formatted, and mends it when asked', async () => {
    const root = planted('format/tree');
    expect(await findings('format', root)).toEqual(['packages/core/src/wide.ts is not formatted']);
    await ruleNamed('format').fix?.(root);
    expect(await findings('format', root)).toEqual([]);
    expect(readFileSync(join(root, 'packages/core/src/wide.ts'), 'utf8')).toContain(
      "export const word = 'wide';\n",
    );
  });
});

describe('unused', () => {
  it('finds the file, the export and the dependency that nobody uses', async () => {
    expect(await findings('unused', fixture('unused/tree'))).toEqual([
      expect.stringMatching(/^package\.json:\d+ unused dependency: left-alone$/),
      'src/lost.ts unused file',
      'src/parts.ts:3 unused export: forgotten',
    ]);
  });
});

describe('routes', () => {
  it('compares the four lists in both directions', async () => {
    expect(await findings('routes', fixture('routes/tree'))).toEqual([
      'docs/openapi.json risks.ghost is documented and no route',
      'docs/openapi.json route risks.add is missing from the OpenAPI document',
      'docs/openapi.json route risks.read is documented as GET /v1/risk/{risk}, the table says GET /v1/risks/{risk}',
      'packages/cli/src/coverage.ts:1 route risks.add has no command and no reason',
      'packages/cli/src/coverage.ts:2 risks.gone is covered and no route',
      'packages/cli/src/coverage.ts:2 route risks.read has no command and no reason that says anything',
      'packages/contract/src/client.ts risks.old is a method of the client and no route',
      'packages/contract/src/client.ts route risks.drop is missing from the client',
    ]);
  });

  it('holds when the four lists agree, and names two routes at one address', () => {
    const list = { id: 'risks.list', method: 'GET', path: '/v1/risks' };
    const agreed = {
      table: [list],
      openapi: [list],
      client: ['risks.list'],
      cli: { 'risks.list': 'risk list' },
    };
    expect(compareRoutes(agreed)).toEqual([]);
    const twin = { ...list, id: 'risks.all' };
    const doubled = compareRoutes({
      table: [list, twin],
      openapi: [list, twin],
      client: ['risks.list', 'risks.all'],
      cli: { 'risks.list': 'a', 'risks.all': 'b' },
    });
    expect(doubled.map((each) => each.message)).toEqual([
      'route risks.all has the address of another: GET /v1/risks',
    ]);
  });

  it('is red while the lists do not stand', async () => {
    expect(await findings('routes', emptyTree())).toEqual([
      'packages/cli/src/coverage.ts not there yet',
      'packages/contract/src/index.ts not there yet',
    ]);
    expect(await findings('routes', fixture('routes/unfinished'))).toEqual([
      'packages/cli/src/coverage.ts not there yet',
    ]);
  });
});

describe('tenancy', () => {
  it('asks every slice of the server for a tenant spec and a role spec with a test in it', async () => {
    const slices = 'packages/server/src/slices';
    expect(await findings('tenancy', fixture('tenancy/tree'))).toEqual([
      `${slices}/risks the slice has no role spec`,
      `${slices}/risks the slice has no tenant spec`,
      `${slices}/soa/soa.tenant.test.ts the tenant spec holds no test`,
    ]);
  });
});

describe('rls', () => {
  const rows = z
    .custom<readonly TableRow[]>((value) => Array.isArray(value))
    .parse(JSON.parse(readFileSync(fixture('rls/catalogue.json'), 'utf8')));

  it('finds tables that are not guarded and keys that do not start with org_id', () => {
    expect(rlsViolations(rows, ['sessions']).map((each) => `${each.table}: ${each.message}`)).toEqual([
      'open_table: row level security is not enabled',
      'open_table: row level security is not forced: the owner passes it',
      'open_table: has no policy',
      'owner_passes: row level security is not forced: the owner passes it',
      'everyone: the policy all does not hold rows to the organisation of the transaction',
      'writes_anywhere: the policy organisation does not hold rows to the organisation of the transaction',
      'loose_keys: the primary key loose_keys_pkey (id) does not start with org_id',
      'loose_keys: the unique key loose_keys_code (code, org_id) does not start with org_id',
      'loose_keys: the foreign key loose_keys_control_fkey (control_id) does not start with org_id on both sides (controls)',
      'keyless: has no primary key',
    ]);
  });

  it('holds identity tables to a policy, and refuses a name that is no table', () => {
    const sessions = rows.filter((row) => row.table === 'sessions');
    expect(rlsViolations(sessions, ['sessions'])).toEqual([]);
    expect(rlsViolations(sessions, []).map((each) => each.message)).toEqual([
      'the policy identity does not hold rows to the organisation of the transaction',
      'the primary key sessions_pkey (token_hash) does not start with org_id',
    ]);
    expect(rlsViolations(sessions, ['sessions', 'ghosts']).map((each) => each.table)).toEqual(['ghosts']);
  });

  it('refuses an empty catalogue, and a server whose tests feed none', async () => {
    expect(rlsViolations([], [])).toEqual([{ table: '(catalogue)', message: 'no table was seen' }]);
    expect(await findings('rls', fixture('rls/tree'))).toEqual([
      'packages/server no test feeds the real catalogue to the rule',
    ]);
  });
});

describe('content', () => {
  it('finds ends that are missing, ids given twice, words outside the lists, sources and editions not named', async () => {
    const c = 'content';
    expect(await findings('content', fixture('content/tree'))).toEqual([
      `${c}/checks/prowler.json:1 the check root_mfa is mapped to C-99, which does not exist`,
      `${c}/controls/01-first.json:10 C-01 is mapped twice to iso27001:2022/A.5.1`,
      `${c}/controls/01-first.json:9 C-01 is mapped to iso27001:2022/A.9.99: the end does not exist`,
      `${c}/controls/02-second.json:5 the id C-01 is given twice (first in content/controls/01-first.json)`,
      expect.stringMatching(/03-third\.json:1 source: Invalid input/),
      expect.stringMatching(/03-third\.json:5 controls\.0\.ownerRole: Invalid option/),
      expect.stringMatching(/03-third\.json:7 controls\.0\.mappings\.0\.to: names no edition/),
      `${c}/frameworks/iso27001-2013-to-2022.json:1 the end iso27001:2013/A.5.1.1 does not exist`,
      `${c}/frameworks/iso27001-2022.json:6 A.5.2 lies in no group (nowhere)`,
      `${c}/frameworks/iso27001-2022.json:6 the id A.5.2 is given twice`,
      `${c}/frameworks/iso27001-2022.json:8 no control answers A.5.3`,
      `${c}/frameworks/soc2-2017.json:2 points of focus without their edition and note`,
      `${c}/frameworks/soc2-2017.json:2 the id soc2:2018 does not name the edition 2017`,
      `${c}/frameworks/soc2-2017.json:4 CC1.1 has no category`,
      `${c}/frameworks/soc2-2017.json:4 CC1.1-2 where CC1.1-1 is due`,
      `${c}/glossary.json:14 sample points to “nowhere”, which is no term`,
      `${c}/glossary.json:6 the term sample stands twice`,
      `${c}/risks/scenarios.json:7 the id access-01 is given twice (first in content/risks/scenarios.json)`,
      `${c}/risks/scenarios.json:7 the scenario access-01 names C-98, which does not exist`,
    ]);
  });
});

describe('prose', () => {
  it('finds thin texts, words that bind nobody, reasons used twice or copied from a title, and impossible equals', async () => {
    const at = 'content/controls/01-first.json';
    expect(await findings('prose', fixture('prose/tree'))).toEqual([
      `${at}:11 C-01: the activity is too short to mean something (29)`,
      `${at}:11 C-01: the activity says “as needed”, which binds nobody`,
      `${at}:19 C-01: the good example has neither date nor number`,
      `${at}:20 C-01: the bad is too short to mean something (5)`,
      `${at}:27 C-01: the rationale repeats the title of iso27001:2022/A.5.1`,
      `${at}:35 C-02: the rationale was used before, in C-01`,
      `${at}:8 C-01 is equal to two requirements of iso27001:2022`,
    ]);
  });
});

describe('generated', () => {
  it('finds a file that its maker would write otherwise, and writes it when asked', async () => {
    const root = planted('generated/tree');
    expect(await findings('generated', root)).toEqual([
      'content/controls/INDEX.md is missing',
      'docs/openapi.json:2 is stale: its maker gives another text',
      'docs/reference/advice-companies.md is missing',
      'docs/reference/advice-figures.md is missing',
      'docs/reference/advice.md is missing',
      'docs/reference/framework-file.schema.json is missing',
      'docs/reference/glossary.md is missing',
      'docs/reference/plan.md is missing',
      'docs/reference/readers.md is missing',
      'docs/reference/roles.md is missing',
    ]);
    await ruleNamed('generated').fix?.(root);
    expect(await findings('generated', root)).toEqual([]);
    rmSync(join(root, 'docs/openapi.json'));
    expect(await findings('generated', root)).toEqual(['docs/openapi.json is missing']);
  });
});

describe('migrations', () => {
  const folder = 'packages/server/src/platform/postgres/migrations';

  it('finds a released step that changed or is gone, a hole, and a wrong name', async () => {
    expect(await findings('migrations', fixture('migrations/tree'))).toEqual([
      `${folder}/0001-first.ts a released migration has changed`,
      `${folder}/0004-hole.ts number 0004 where 0003 is due`,
      `${folder}/5-short.ts is not named NNNN-what-it-does.ts`,
      `${folder}/migrations.lock.json:5 the released step 0003-gone.ts is gone`,
    ]);
  });

  it('counts what a step imports from its folder as part of the step, and never changes what is recorded', async () => {
    const root = planted('migrations/tree');
    const guard = join(root, folder, 'guard.ts');
    writeFileSync(guard, readFileSync(guard, 'utf8').replace('force', 'disable'));
    const before = readFileSync(join(root, folder, 'migrations.lock.json'), 'utf8');
    expect(await recordReleased(root)).toBe(2);
    const after = readFileSync(join(root, folder, 'migrations.lock.json'), 'utf8');
    expect(after.startsWith(before.slice(0, before.lastIndexOf('"') + 1))).toBe(true);
    expect(await findings('migrations', root)).toContain(
      `${folder}/0002-second.ts a released migration has changed`,
    );
  });

  it('is red when there is no record of what was released', async () => {
    const root = planted('migrations/tree');
    rmSync(join(root, folder, 'migrations.lock.json'));
    expect(await findings('migrations', root)).toContain(
      `${folder}/migrations.lock.json is missing or is not a record of released steps`,
    );
  });
});

describe('words', () => {
  it('finds a machine’s path, a registry, an unfinished place, a rule switched off, a realm and a scope made outside', async () => {
    const found = await findings('words', fixture('words/tree'));
    expect(found.map((each) => each.slice(0, each.lastIndexOf(':')))).toEqual([
      '.npmrc:1 the host of a registry',
      'docs/guide.md:1 a path of one machine',
      'docs/guide.md:1 an unfinished place',
      'packages/core/src/off.ts:1 a rule is switched off in place',
      'packages/server/src/slices/work/around.ts:2 a realm is named outside of the database’s door',
      'packages/server/src/slices/work/around.ts:2 a setting that outlives its transaction',
      'packages/server/src/slices/work/around.ts:4 a scope is minted outside of the access slice',
    ]);
  });
});

describe('the whole check', () => {
  it('prints one line for each rule, then place, violation and remedy, and exits 1', async () => {
    const printed = await runScript(
      'tools/check/main.ts',
      ['--only', 'cycles,words', '--root', fixture('cycles/tree')],
      HOUSE,
    );
    expect(printed.code).toBe(1);
    expect(printed.out).toMatch(/^RED {2}cycles {5}8 modules, 8 edges: 3 violations \(\d+\.\d s\)$/m);
    expect(printed.out).toMatch(/^ok {3}words {6}8 files, \d+ words: ok/m);
    expect(printed.out).toMatch(/^ {9}-> move what both need to a third module/m);
    expect(printed.out).toMatch(/3 violations of 1 rules: cycles$/m);
  });

  it('exits 0 when every rule holds, and 2 for a rule that does not exist', async () => {
    const green = await runScript(
      'tools/check/main.ts',
      ['--only', 'borders,cycles', '--root', fixture('borders/green')],
      HOUSE,
    );
    expect([green.code, green.out]).toEqual([0, expect.stringContaining('All 2 rules hold.')]);
    expect((await runScript('tools/check/main.ts', ['--only', 'bordres'], HOUSE)).code).toBe(2);
  });

  it('turns red when a rule itself breaks or sees nothing', async () => {
    const broken: Rule = { name: 'broken', run: () => Promise.reject(new Error('no such program')) };
    expect(linesOf(await answerOf(broken, emptyTree())).join('\n')).toContain(
      'the rule itself failed: no such program',
    );
    const blind: Rule = { name: 'blind', run: () => Promise.resolve({ seen: { files: 0 }, findings: [] }) };
    expect((await answerOf(blind, emptyTree())).findings.map((each) => each.message)).toEqual([
      'saw no files',
    ]);
  });
});
