// Nothing lies about: unused files, exports and dependencies (knip).
import { z } from 'zod';
import { runScript } from '../read/program.ts';
import { textOf } from '../read/files.ts';
import type { Finding, Rule } from '../rule.ts';

const KNIP = 'node_modules/knip/bin/knip.js';

/** What knip calls a thing, what it means, and what to do. */
const KINDS: Readonly<Record<string, readonly [string, string]>> = {
  files: ['unused file', 'delete it, or import it where it is needed'],
  exports: ['unused export', 'drop `export`, or delete it'],
  types: ['unused exported type', 'drop `export`, or delete it'],
  nsExports: ['unused export in a namespace', 'drop `export`, or delete it'],
  nsTypes: ['unused type in a namespace', 'drop `export`, or delete it'],
  dependencies: ['unused dependency', 'take it out of package.json'],
  devDependencies: ['unused development dependency', 'take it out of package.json'],
  optionalPeerDependencies: ['optional peer dependency in use', 'name it in package.json'],
  unlisted: ['dependency that package.json does not name', 'add it to the package that imports it'],
  binaries: ['program that no dependency brings', 'add the package that brings it'],
  unresolved: ['import that leads nowhere', 'mend the path'],
  duplicates: ['exported twice', 'keep one name'],
};

const issue = z.object({ name: z.string(), line: z.number().optional() });
const reportSchema = z.object({
  issues: z.array(z.looseObject({ file: z.string() })),
});
const listSchema = z.array(z.union([issue, z.array(issue)]));

export const rule: Rule = {
  name: 'unused',
  async run(root) {
    const printed = await runScript(
      KNIP,
      ['--directory', root, '--reporter', 'json', '--no-progress', '--no-config-hints'],
      root,
    );
    const start = printed.out.indexOf('{"issues"');
    if (start < 0)
      throw new Error(`knip gave no report: ${(printed.out + printed.err).trim().slice(0, 400)}`);
    const { issues } = reportSchema.parse(JSON.parse(printed.out.slice(start)));
    const findings = issues.flatMap((row) => rowFindings(row));
    const workspaces = await workspacesOf(root);
    return { seen: { workspaces }, findings };
  },
};

function rowFindings(row: { readonly file: string; readonly [kind: string]: unknown }): readonly Finding[] {
  return Object.entries(KINDS).flatMap(([kind, [what, remedy]]) => {
    const list = listSchema.safeParse(row[kind] ?? []);
    if (!list.success) return [];
    return list.data.map((each) => {
      const names = Array.isArray(each) ? each : [each];
      const line = names[0]?.line;
      const message = kind === 'files' ? what : `${what}: ${names.map((one) => one.name).join(', ')}`;
      return { file: row.file, ...(line === undefined ? {} : { line }), message, remedy };
    });
  });
}

async function workspacesOf(root: string): Promise<number> {
  const text = await textOf(root, 'knip.json');
  if (text === undefined) return 0;
  const config: unknown = JSON.parse(text);
  if (typeof config !== 'object' || config === null) return 0;
  return 'workspaces' in config ? Object.keys(config.workspaces ?? {}).length : 1;
}
