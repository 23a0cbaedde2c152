// Planted violations: where they lie, how a tree of them is laid out, and what a rule says of it.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import { HOUSE } from '../read/program.ts';
import { judge, type Rule } from '../rule.ts';
import { RULES } from '../rules.ts';

const FIXTURES = fileURLToPath(new URL('../fixtures/', import.meta.url));
const temporary: string[] = [];

afterAll(() => {
  for (const folder of temporary) rmSync(folder, { recursive: true, force: true });
});

/** A folder with nothing in it, removed after the tests. */
export function emptyTree(): string {
  const folder = mkdtempSync(join(tmpdir(), 'assay-check-'));
  temporary.push(folder);
  return folder;
}

/** A planted tree outside the repository, under the house's own lint and format configuration. */
export function planted(fixture: string): string {
  const folder = emptyTree();
  cpSync(join(FIXTURES, fixture), folder, { recursive: true });
  for (const name of ['.oxlintrc.json', '.oxfmtrc.json']) cpSync(join(HOUSE, name), join(folder, name));
  return folder;
}

export function ruleNamed(name: string): Rule {
  const found = RULES.find((rule) => rule.name === name);
  if (!found) throw new Error(`there is no rule ${name}`);
  return found;
}

/** Findings of a rule over a tree, each as `file:line message`, sorted. */
export async function findings(name: string, root: string): Promise<readonly string[]> {
  const rule = ruleNamed(name);
  const list = judge(rule, await rule.run(root));
  return list
    .map((each) => `${each.file}${each.line === undefined ? '' : `:${each.line}`} ${each.message}`)
    .toSorted();
}

/** The path of a planted tree or file, to be read where it lies. */
export function fixture(path: string): string {
  return join(FIXTURES, path);
}
