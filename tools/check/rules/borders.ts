// Packages and slices meet at their doors; web never reaches server, sources never reach the database, SQL has its places.
import {
  BORDERS,
  SQL_LIBRARIES,
  SQL_PLACES,
  TEST_LIBRARIES,
  TEST_PLACES,
  type Border,
} from '../tables/borders.ts';
import { readGraph, type Edge, type Graph, type Module } from '../read/modules.ts';
import type { Finding, Outcome, Rule } from '../rule.ts';
import { sliceViolation } from './slices.ts';

export const rule: Rule = {
  name: 'borders',
  run: async (root) => borderOutcome(await readGraph(root)),
};

/** Judges a graph of modules; a package without modules is a violation too. */
function borderOutcome(graph: Graph): Outcome {
  const inside = graph.modules.filter((module) => module.path.startsWith('packages/'));
  const findings = [
    ...graph.packages.flatMap((name) => packageFindings(name, inside)),
    ...inside.flatMap(moduleFindings),
  ];
  const imports = inside.reduce((sum, module) => sum + module.edges.length, 0);
  return { seen: { packages: graph.packages.length, modules: inside.length, imports }, findings };
}

/** Whether a module is a test or serves tests only. */
function isTest(path: string): boolean {
  return /\.(test|suite)\.tsx?$/.test(path) || path.includes('/testing/');
}

function packageFindings(name: string, modules: readonly Module[]): readonly Finding[] {
  const file = `packages/${name}`;
  if (!BORDERS[name]) {
    return [
      {
        file,
        message: 'the package has no border',
        remedy: 'give it a row in tools/check/tables/borders.ts',
      },
    ];
  }
  if (modules.some((module) => module.path.startsWith(`${file}/src/`))) return [];
  return [
    {
      file,
      message: 'no modules were seen',
      remedy: 'an empty package proves nothing: fill it, or mend what the check reads',
    },
  ];
}

function moduleFindings(module: Module): readonly Finding[] {
  const unread = module.errors.map((error) => ({
    file: module.path,
    message: `cannot be parsed: ${error}`,
    remedy: 'mend the syntax',
  }));
  return [...unread, ...module.edges.flatMap((edge) => edgeFindings(module, edge)), ...sqlFindings(module)];
}

interface Violation {
  readonly message: string;
  readonly remedy: string;
}

function edgeFindings(module: Module, edge: Edge): readonly Finding[] {
  const violation =
    packageViolation(module, edge) ?? sqlImport(module, edge) ?? sliceViolation(module.path, edge);
  return violation ? [{ file: module.path, line: edge.line, ...violation }] : [];
}

function packageViolation(module: Module, edge: Edge): Violation | undefined {
  const from = packageOf(module.path) ?? '';
  const border = BORDERS[from];
  if (!border) return undefined;
  if (edge.kind === 'opaque') return opaqueViolation(module.path);
  if (edge.specifier.startsWith('.')) return relativeViolation(module.path, edge);
  if (edge.specifier.startsWith('@assay/')) return houseViolation(from, border, edge);
  return libraryViolation(module.path, border, edge.specifier);
}

function opaqueViolation(path: string): Violation | undefined {
  // A launcher of bin/ and the platform choose by machine what they load.
  if (isTest(path) || path.includes('/bin/') || path.startsWith('packages/server/src/platform/'))
    return undefined;
  return {
    message: 'an import that no check can see: its name is not a literal',
    remedy: 'write the module’s name as a literal',
  };
}

function relativeViolation(path: string, edge: Edge): Violation | undefined {
  const from = packageOf(path);
  const target = edge.target ?? '';
  const to = packageOf(target);
  if (to === from || (isTest(path) && TEST_PLACES.some((place) => target.startsWith(place))))
    return undefined;
  if (to === undefined)
    return {
      message: `${from} reaches out of its package to ${target}`,
      remedy: 'packages use packages, nothing beside them',
    };
  return {
    message: `${from} reaches ${to} behind its door (${target})`,
    remedy: `import @assay/${to}, if ${from} may know it at all`,
  };
}

function houseViolation(from: string, border: Border, edge: Edge): Violation | undefined {
  const to = edge.specifier.split('/')[1] ?? '';
  if (to === from)
    return {
      message: `${from} imports itself through its own door`,
      remedy: 'use a relative path inside a package',
    };
  if (!border.reaches.includes(to)) return { message: `${from} reaches ${to}`, remedy: border.remedy };
  if (edge.target === undefined) {
    return {
      message: `${edge.specifier} is not a door of ${to}`,
      remedy: `import @assay/${to}, or add the path to the exports of its package.json`,
    };
  }
  return undefined;
}

function libraryViolation(path: string, border: Border, specifier: string): Violation | undefined {
  const from = packageOf(path) ?? '';
  const name = libraryOf(specifier);
  const test = isTest(path);
  if (name === 'node') {
    return border.node || test
      ? undefined
      : { message: `${from} imports ${specifier}`, remedy: border.remedy };
  }
  if (test && TEST_LIBRARIES.includes(name)) return undefined;
  const allowed = border.libraries === 'declared' || border.libraries.includes(name);
  if (allowed && !border.never.includes(name)) return undefined;
  return {
    message: SQL_LIBRARIES.includes(name)
      ? `${from} reaches the database (${specifier})`
      : `${from} imports ${specifier}`,
    remedy: border.remedy,
  };
}

const SQL_REMEDY =
  'SQL stands in *.repository.ts, *.tables.ts and server/src/platform/postgres: ask a repository';

function sqlImport(module: Module, edge: Edge): Violation | undefined {
  if (maySpeakSql(module.path) || !SQL_LIBRARIES.includes(libraryOf(edge.specifier))) return undefined;
  return { message: `SQL outside its places: imports ${edge.specifier}`, remedy: SQL_REMEDY };
}

function sqlFindings(module: Module): readonly Finding[] {
  if (maySpeakSql(module.path)) return [];
  return module.sql.map(({ line, what }) => ({
    file: module.path,
    line,
    message: `SQL outside its places: ${what}`,
    remedy: SQL_REMEDY,
  }));
}

function maySpeakSql(path: string): boolean {
  return isTest(path) || SQL_PLACES.some((place) => place.test(path));
}

function packageOf(path: string): string | undefined {
  return /^packages\/([^/]+)\//.exec(path)?.[1];
}

/** `node` for Node's own modules, else the library without its sub-path. */
function libraryOf(specifier: string): string {
  if (specifier.startsWith('node:')) return 'node';
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
