// The server opens connections in one place, which judges every address; nothing else knows how to.
import { parseSync, Visitor } from 'oxc-parser';
import { filesBelow, lineAt, textOf } from '../read/files.ts';
import type { Finding, Rule } from '../rule.ts';
import { CALLS, HARMLESS, MAY_REACH, REACHING } from '../tables/egress.ts';

const PLACES = ['packages/server/src', 'packages/sources/src'];
const REMEDY = 'ask through deps.egress (server/src/platform/egress), which judges the address and pins it';

export const rule: Rule = {
  name: 'egress',
  async run(root) {
    const all = (await Promise.all(PLACES.map((place) => filesBelow(root, place)))).flat();
    const files = all.filter(
      (path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.includes('/testing/'),
    );
    const judged = files.filter((path) => !MAY_REACH.some(({ place }) => place.test(path)));
    const findings = await Promise.all(
      judged.map(async (path) => reaches(path, (await textOf(root, path)) ?? '')),
    );
    return {
      seen: { modules: files.length, 'ways out': files.length - judged.length },
      findings: findings.flat(),
    };
  },
};

function reaches(file: string, text: string): readonly Finding[] {
  const found: Finding[] = [];
  const add = (start: number, what: string): void => {
    found.push({ file, line: lineAt(text, start), message: `opens connections: ${what}`, remedy: REMEDY });
  };
  new Visitor({
    ImportDeclaration: (node) => {
      const from = node.source.value;
      if (node.importKind === 'type' || !REACHING.includes(from)) return;
      for (const each of node.specifiers) {
        const type = each.type === 'ImportSpecifier' && each.importKind === 'type';
        const name =
          each.type === 'ImportSpecifier' && each.imported.type === 'Identifier' ? each.imported.name : '*';
        if (!type && !HARMLESS.includes(name)) add(node.start, `imports ${name} of ${from}`);
      }
    },
    ExportNamedDeclaration: (node) => {
      if (node.source && REACHING.includes(node.source.value))
        add(node.start, `passes ${node.source.value} on`);
    },
    ExportAllDeclaration: (node) => {
      if (REACHING.includes(node.source.value)) add(node.start, `passes ${node.source.value} on`);
    },
    ImportExpression: (node) => {
      if (node.source.type === 'Literal' && REACHING.includes(String(node.source.value)))
        add(node.start, `imports ${String(node.source.value)}`);
    },
    CallExpression: (node) => called(node.callee, (what) => add(node.start, what)),
    NewExpression: (node) => called(node.callee, (what) => add(node.start, what)),
  }).visit(parseSync(file, text).program);
  return found;
}

function called(
  callee: {
    readonly type: string;
    readonly name?: unknown;
    readonly object?: unknown;
    readonly property?: unknown;
  },
  add: (what: string) => void,
): void {
  if (callee.type === 'Identifier' && isCall(callee.name)) add(`calls ${String(callee.name)}`);
  if (callee.type !== 'MemberExpression') return;
  const object = named(callee.object);
  const property = named(callee.property);
  if (/^(globalThis|global)$/.test(object) && isCall(property)) add(`calls ${object}.${property}`);
}

function isCall(name: unknown): boolean {
  return typeof name === 'string' && CALLS.includes(name);
}

function named(node: unknown): string {
  return typeof node === 'object' && node !== null && 'name' in node && typeof node.name === 'string'
    ? node.name
    : '';
}
