// TypeScript over every project of the house; core's own project must know neither Node nor a browser.
import { join } from 'node:path';
import { z } from 'zod';
import { filesBelow, foldersIn, textOf } from '../read/files.ts';
import { inLanes, runScript } from '../read/program.ts';
import type { Finding, Rule } from '../rule.ts';

const TSC = 'node_modules/typescript/bin/tsc';
const STAMPS = '.stamp/types';
const LINE = /^(.+?)\((\d+),\d+\): error (TS\d+: .*)$/;

export const rule: Rule = {
  name: 'types',
  async run(root) {
    const projects = await projectsOf(root);
    const found = await inLanes(projects, 2, (project) => compile(root, project));
    const findings = [...found.flat(), ...(await impureCore(root))];
    return { seen: { projects: projects.length }, findings: unique(findings) };
  },
};

async function projectsOf(root: string): Promise<readonly string[]> {
  const packages = await foldersIn(root, 'packages');
  const lists = await Promise.all(packages.map((name) => filesBelow(root, `packages/${name}`)));
  const isProject = (path: string): boolean => /^packages\/[^/]+\/tsconfig(\.\w+)?\.json$/.test(path);
  const own = (await textOf(root, 'tsconfig.json')) === undefined ? [] : ['tsconfig.json'];
  return [...lists.flat().filter(isProject), ...own];
}

async function compile(root: string, project: string): Promise<readonly Finding[]> {
  // What a project found last is kept beside the stamps: only what a change touches is checked again.
  const kept = join(root, STAMPS, `${project.replace(/[^\w.]/g, '-')}.tsbuildinfo`);
  const args = ['-p', project, '--pretty', 'false', '--incremental', '--tsBuildInfoFile', kept];
  const printed = await runScript(TSC, args, root);
  if (printed.code === 0) return [];
  const lines = printed.out.split('\n').flatMap((line) => toFinding(line) ?? []);
  if (lines.length > 0) return lines;
  const said = (printed.out || printed.err).trim().slice(0, 300);
  return [{ file: project, message: `the compiler failed: ${said}`, remedy: `run tsc -p ${project}` }];
}

function toFinding(line: string): Finding | undefined {
  const [, file, at, message] = LINE.exec(line) ?? [];
  if (file === undefined || message === undefined) return undefined;
  return { file, line: Number(at), message, remedy: 'mend the type; never loosen the project' };
}

const configSchema = z.object({
  compilerOptions: z
    .object({ types: z.array(z.string()).optional(), lib: z.array(z.string()).optional() })
    .optional(),
});

async function impureCore(root: string): Promise<readonly Finding[]> {
  const file = 'packages/core/tsconfig.json';
  const text = await textOf(root, file);
  if (text === undefined) return [];
  const { compilerOptions = {} } = configSchema.parse(JSON.parse(text));
  const foreign = [
    ...(compilerOptions.types ?? []),
    ...(compilerOptions.lib ?? []).filter((lib) => !/^es\d+$/i.test(lib)),
  ];
  if (foreign.length === 0) return [];
  return [
    {
      file,
      message: `core's project knows ${foreign.join(', ')}`,
      remedy: 'core compiles without Node and DOM types; tests have tsconfig.test.json',
    },
  ];
}

/** The same file is in more than one project. */
function unique(findings: readonly Finding[]): readonly Finding[] {
  return [
    ...new Map(findings.map((each) => [`${each.file}:${each.line ?? 0}:${each.message}`, each])).values(),
  ];
}
