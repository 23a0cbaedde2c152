// The modules of a tree and every way one names another: imports, re-exports, import() and import types, workers.
import { join, posix } from 'node:path';
import { parseSync, Visitor, type Argument, type Expression, type Program } from 'oxc-parser';
import { filesBelow, foldersIn, lineAt, textOf } from './files.ts';
import { isSql } from './sql.ts';

/** `worker` starts a module in a thread of its own; `opaque` names a module that only the run time knows. */
export type EdgeKind = 'value' | 'type' | 'worker' | 'opaque';

export interface Edge {
  readonly kind: EdgeKind;
  readonly specifier: string;
  readonly line: number;
  /** Path below the root when the specifier names a file of this tree. */
  readonly target: string | undefined;
}

export interface Module {
  readonly path: string;
  readonly edges: readonly Edge[];
  /** Lines with the template tag `sql` or with a text that is SQL. */
  readonly sql: readonly { readonly line: number; readonly what: string }[];
  readonly errors: readonly string[];
}

export interface Graph {
  readonly modules: readonly Module[];
  /** Folders of packages/, also those in which no module was seen. */
  readonly packages: readonly string[];
}

type RawEdge = Omit<Edge, 'target'>;

const CODE = /\.[cm]?[jt]sx?$/;
const PLACES = ['packages', 'tools', 'bench', 'e2e'];
const known = new Map<string, Promise<Graph>>();

/** Reads a tree's modules, once for all rules that ask. */
export function readGraph(root: string): Promise<Graph> {
  const graph = known.get(root) ?? readModules(root);
  known.set(root, graph);
  return graph;
}

async function readModules(root: string): Promise<Graph> {
  const lists = await Promise.all(PLACES.map((place) => filesBelow(root, place)));
  const paths = lists.flat().filter((path) => CODE.test(path) && !path.endsWith('.d.ts'));
  const packages = await foldersIn(root, 'packages');
  const resolve = resolver(new Set(paths), await doorsOf(root, packages));
  const modules: Module[] = [];
  for (const path of paths) modules.push(readModule(path, (await textOf(root, path)) ?? '', resolve));
  return { modules, packages };
}

type Resolve = (from: string, specifier: string) => string | undefined;

function readModule(path: string, text: string, resolve: Resolve): Module {
  const parsed = parseSync(path, text);
  const edges = edgesOf(parsed.program, text);
  return {
    path,
    edges: edges.map((edge) => ({ ...edge, target: resolve(path, edge.specifier) })),
    sql: sqlOf(parsed.program, text),
    errors: parsed.errors.map((error) => error.message),
  };
}

function edgesOf(program: Program, text: string): readonly RawEdge[] {
  const edges: RawEdge[] = [];
  const add = (kind: EdgeKind, specifier: string, start: number): void => {
    edges.push({ kind, specifier, line: lineAt(text, start) });
  };
  const addSource = (source: Expression | undefined, start: number): void => {
    const literal = textIn(source);
    add(literal === undefined ? 'opaque' : 'value', literal ?? '?', start);
  };
  new Visitor({
    // `import { type A } from 'x'` still loads x: only `import type` is erased whole (verbatimModuleSyntax).
    ImportDeclaration: (node) =>
      add(node.importKind === 'type' ? 'type' : 'value', node.source.value, node.start),
    ExportAllDeclaration: (node) =>
      add(node.exportKind === 'type' ? 'type' : 'value', node.source.value, node.start),
    ExportNamedDeclaration: (node) => {
      if (node.source) add(node.exportKind === 'type' ? 'type' : 'value', node.source.value, node.start);
    },
    TSImportType: (node) => add('type', node.source.value, node.start),
    TSExternalModuleReference: (node) => add('value', node.expression.value, node.start),
    ImportExpression: (node) => addSource(node.source, node.start),
    CallExpression: (node) => {
      if (node.callee.type !== 'Identifier' || node.callee.name !== 'require') return;
      const first = node.arguments[0];
      addSource(first?.type === 'SpreadElement' ? undefined : first, node.start);
    },
    NewExpression: (node) => {
      const [first, second] = node.arguments;
      if (
        node.callee.type !== 'Identifier' ||
        node.callee.name !== 'URL' ||
        second?.type !== 'MemberExpression'
      )
        return;
      for (const specifier of textsIn(first)) if (CODE.test(specifier)) add('worker', specifier, node.start);
    },
  }).visit(program);
  return edges;
}

function sqlOf(program: Program, text: string): Module['sql'] {
  const found: { line: number; what: string }[] = [];
  const add = (start: number, what: string): void => {
    found.push({ line: lineAt(text, start), what });
  };
  new Visitor({
    TaggedTemplateExpression: (node) => {
      const tag = node.tag.type === 'MemberExpression' ? node.tag.object : node.tag;
      if (tag.type === 'Identifier' && tag.name === 'sql') add(node.start, 'the template tag sql');
    },
    Literal: (node) => {
      if (typeof node.value === 'string' && isSql(node.value)) add(node.start, 'a text that is SQL');
    },
    TemplateLiteral: (node) => {
      const whole = node.quasis.map((part) => part.value.cooked ?? '').join(' x ');
      if (isSql(whole)) add(node.start, 'a text that is SQL');
    },
  }).visit(program);
  return found;
}

/** The text of a literal, or of a template without holes. */
function textIn(node: Expression | undefined): string | undefined {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type === 'TemplateLiteral' && node.expressions.length === 0)
    return node.quasis[0]?.value.cooked ?? undefined;
  return undefined;
}

/** The texts that an address may be: source and bundle start different files. */
function textsIn(node: Argument | undefined): readonly string[] {
  if (node === undefined || node.type === 'SpreadElement') return [];
  if (node.type === 'ConditionalExpression') return [...textsIn(node.consequent), ...textsIn(node.alternate)];
  return [textIn(node) ?? []].flat();
}

/** `@assay/NAME` and its sub-paths, as its package.json exports them. */
async function doorsOf(root: string, packages: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const doors = new Map<string, string>();
  for (const name of packages) {
    doors.set(`@assay/${name}`, `packages/${name}/src/index.ts`);
    const text = await textOf(root, join('packages', name, 'package.json'));
    const json: unknown = text === undefined ? {} : JSON.parse(text);
    const exported: unknown =
      typeof json === 'object' && json !== null && 'exports' in json ? json.exports : {};
    for (const [key, target] of Object.entries(exported ?? {})) {
      if (typeof target === 'string')
        doors.set(posix.join(`@assay/${name}`, key), posix.join('packages', name, target));
    }
  }
  return doors;
}

function resolver(paths: ReadonlySet<string>, doors: ReadonlyMap<string, string>): Resolve {
  return (from, specifier) => {
    if (!specifier.startsWith('.')) return doors.get(specifier);
    const bare = posix.join(posix.dirname(from), specifier.replace(/[?#].*$/, ''));
    const tries = [bare, `${bare}.ts`, `${bare}.tsx`, bare.replace(/\.js(x?)$/, '.ts$1'), `${bare}/index.ts`];
    return tries.find((path) => paths.has(path)) ?? bare;
  };
}
