// What other people wrote comes in exact versions with digests, and nothing runs at its installation that nobody allowed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { HOUSE } from './read/program.ts';

const lock = z
  .object({
    packages: z.record(
      z.string(),
      z.object({
        version: z.string().optional(),
        integrity: z.string().optional(),
        link: z.boolean().optional(),
        hasInstallScript: z.boolean().optional(),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync(join(HOUSE, 'package-lock.json'), 'utf8')));
const about = z
  .object({ allowScripts: z.record(z.string(), z.boolean()) })
  .parse(JSON.parse(readFileSync(join(HOUSE, 'package.json'), 'utf8')));
const foreign = Object.entries(lock.packages).filter(
  ([path, each]) => path.includes('node_modules/') && !each.link,
);

it('every library has an exact version and a digest that installation holds it against', () => {
  expect(foreign.length).toBeGreaterThan(100);
  for (const [path, { version, integrity }] of foreign) {
    expect([path, version]).toEqual([path, expect.stringMatching(/^\d+\.\d+\.\d+/)]);
    expect([path, integrity]).toEqual([path, expect.stringMatching(/^sha512-[\w+/=]{80,}/)]);
  }
});

it('every library that the packages name is named exactly', () => {
  for (const name of ['core', 'contract', 'sources', 'server', 'web', 'cli']) {
    const text = readFileSync(join(HOUSE, `packages/${name}/package.json`), 'utf8');
    const { dependencies = {}, devDependencies = {} } = z
      .object({
        dependencies: z.record(z.string(), z.string()).optional(),
        devDependencies: z.record(z.string(), z.string()).optional(),
      })
      .parse(JSON.parse(text));
    for (const [library, version] of Object.entries({ ...dependencies, ...devDependencies }))
      expect([name, library, version]).toEqual([
        name,
        library,
        expect.stringMatching(/^\d+\.\d+\.\d+(-[\w.]+)?$/),
      ]);
  }
});

it('what runs at the installation of a library is a list of names', () => {
  const runs = foreign
    .filter(([, each]) => each.hasInstallScript)
    .map(([path]) => path.split('node_modules/').at(-1));
  for (const name of new Set(runs))
    expect([name, Object.keys(about.allowScripts)]).toEqual([name, expect.arrayContaining([name])]);
});
