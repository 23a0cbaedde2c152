// Migrations go forward only: numbered without holes, and what was released never changes again.
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { parseSync } from 'oxc-parser';
import { z } from 'zod';
import { filesBelow, lineOf, textOf } from '../read/files.ts';
import { readGraph } from '../read/modules.ts';
import type { Finding, Rule } from '../rule.ts';

const FOLDER = 'packages/server/src/platform/postgres/migrations';
const LOCK = `${FOLDER}/migrations.lock.json`;
const STEP = /^(\d{4})-[a-z0-9-]+\.ts$/;
const lockSchema = z.strictObject({
  /** Numbers of steps that are being written apart and come in any order; a release may not leave one out. */
  reserved: z.array(z.string().regex(/^\d{4}$/)).default([]),
  released: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
});

export const rule: Rule = {
  name: 'migrations',
  async run(root) {
    const steps = await stepsOf(root);
    const reserved = (await readLock(root))?.reserved ?? [];
    const findings = [...numberFindings(steps, reserved), ...(await lockFindings(root, steps))];
    return { seen: { steps: steps.length }, findings };
  },
};

/** Records every step that is not recorded yet; called once for a release, never changes what is recorded. */
export async function recordReleased(root: string): Promise<number> {
  const lock = await readLock(root);
  const released: Readonly<Record<string, string>> = lock?.released ?? {};
  const steps = await stepsOf(root);
  // What is released is whole: numbers that nobody used are holes from here on.
  const fresh = steps.filter((step) => released[step] === undefined);
  const entries = await Promise.all(
    fresh.map(async (step): Promise<[string, string]> => [step, await meaningOf(root, step)]),
  );
  const whole = { released: { ...released, ...Object.fromEntries(entries) } };
  await writeFile(join(root, LOCK), `${JSON.stringify(whole, null, 2)}\n`);
  return fresh.length;
}

async function stepsOf(root: string): Promise<readonly string[]> {
  const files = await filesBelow(root, FOLDER);
  return files
    .map((path) => posix.basename(path))
    .filter((name) => /^\d/.test(name) && name.endsWith('.ts') && !name.endsWith('.test.ts'));
}

function numberFindings(steps: readonly string[], reserved: readonly string[]): readonly Finding[] {
  const used = new Set(steps.map((step) => step.slice(0, 4)));
  const held = reserved.filter((number) => !used.has(number));
  const places = Array.from({ length: steps.length + held.length }, (_, i) => String(i + 1).padStart(4, '0'));
  const due = places.filter((place) => !held.includes(place));
  return steps.flatMap((step, index): readonly Finding[] => {
    const file = `${FOLDER}/${step}`;
    const number = STEP.exec(step)?.[1];
    if (number === undefined)
      return [
        { file, message: 'is not named NNNN-what-it-does.ts', remedy: 'four digits, then lower case words' },
      ];
    const wanted = due[index] ?? String(index + 1).padStart(4, '0');
    if (number === wanted) return [];
    return [
      {
        file,
        message: `number ${number} where ${wanted} is due`,
        remedy: 'steps are numbered from 0001 without holes and without doubles',
      },
    ];
  });
}

async function lockFindings(root: string, steps: readonly string[]): Promise<readonly Finding[]> {
  const lock = await readLock(root);
  if (!lock)
    return [
      {
        file: LOCK,
        message: 'is missing or is not a record of released steps',
        remedy: 'npm run check -- --release writes it when a version is released',
      },
    ];
  const text = (await textOf(root, LOCK)) ?? '';
  const findings = Object.entries(lock.released).map(async ([step, hash]): Promise<readonly Finding[]> => {
    const line = lineOf(text, `"${step}"`);
    if (!steps.includes(step))
      return [
        {
          file: LOCK,
          line,
          message: `the released step ${step} is gone`,
          remedy: 'put it back: databases in the field have run it',
        },
      ];
    if ((await meaningOf(root, step)) === hash) return [];
    return [
      {
        file: `${FOLDER}/${step}`,
        message: 'a released migration has changed',
        remedy: 'put it back as it was, with what it imports, and write the change as a new step',
      },
    ];
  });
  return (await Promise.all(findings)).flat();
}

async function readLock(root: string): Promise<z.infer<typeof lockSchema> | undefined> {
  const text = await textOf(root, LOCK);
  const parsed = text === undefined ? undefined : lockSchema.safeParse(JSON.parse(text));
  return parsed?.data;
}

/** SHA-256 of a step and of what it imports from its folder, as syntax: comments and formatting do not count. */
async function meaningOf(root: string, step: string): Promise<string> {
  const { modules } = await readGraph(root);
  const parts = new Set([`${FOLDER}/${step}`]);
  for (const path of parts) {
    const edges = modules.find((module) => module.path === path)?.edges ?? [];
    for (const { kind, target } of edges)
      if (kind === 'value' && target?.startsWith(`${FOLDER}/`)) parts.add(target);
  }
  const hash = createHash('sha256');
  for (const path of [...parts].toSorted()) hash.update(syntaxOf(path, (await textOf(root, path)) ?? ''));
  return hash.digest('hex');
}

function syntaxOf(path: string, text: string): string {
  const noise = new Set(['start', 'end', 'raw', 'range', 'loc']);
  const { program } = parseSync(path, text, { preserveParens: false });
  return JSON.stringify(program.body, (key, value: unknown) =>
    noise.has(key) && typeof value !== 'object' ? undefined : value,
  );
}
