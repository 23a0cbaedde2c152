// No text becomes code, markup or a shell's line, no certificate passes unseen, no weak hash proves anything.
import { parseSync, Visitor, type Node } from 'oxc-parser';
import { filesBelow, lineAt, textOf } from '../read/files.ts';
import type { Finding, Rule } from '../rule.ts';
import { CIPHER, SINKS, type Sink } from '../tables/sinks.ts';

export const rule: Rule = {
  name: 'sinks',
  async run(root) {
    const all = await filesBelow(root, 'packages');
    const files = all.filter(
      (path) => /\.(tsx?|mjs)$/.test(path) && !/\.(test|suite)\.tsx?$|\/testing\//.test(path),
    );
    const found = await Promise.all(
      files.map(async (path) => sinksIn(path, (await textOf(root, path)) ?? '')),
    );
    return { seen: { modules: files.length, sinks: SINKS.length }, findings: found.flat() };
  },
};

function sinksIn(file: string, text: string): readonly Finding[] {
  const found: Finding[] = [];
  const add = (kind: Sink['kind'], name: string, start: number): void => {
    for (const sink of SINKS)
      if (sink.kind === kind && sink.name === name && !sink.except?.test(file))
        found.push({
          file,
          line: lineAt(text, start),
          message: `${sink.message}: ${name}`,
          remedy: sink.remedy,
        });
  };
  new Visitor({
    CallExpression: (node) => {
      add('call', nameIn(node.callee), node.start);
      const [first] = node.arguments;
      if (/^(hash|createHash|createHmac)$/.test(nameIn(node.callee)) && first?.type === 'Literal')
        add('hash', String(first.value).toLowerCase(), node.start);
      if (/^create(C|Dec)ipher(iv)?$/.test(nameIn(node.callee))) {
        const cipher = first?.type === 'Literal' ? String(first.value) : 'told at run time';
        if (cipher !== CIPHER)
          found.push({
            file,
            line: lineAt(text, node.start),
            message: `a cipher that is not the one of the house: ${cipher}`,
            remedy: `take ${CIPHER}, which proves what it opens`,
          });
      }
    },
    NewExpression: (node) => add('call', nameIn(node.callee), node.start),
    MemberExpression: (node) => add('property', nameIn(node.property), node.start),
    JSXAttribute: (node) => add('property', nameIn(node.name), node.start),
    Property: (node) => {
      add('property', nameIn(node.key), node.start);
      if (
        !(node.value.type === 'Literal' && node.value.value === (nameIn(node.key) === 'rejectUnauthorized'))
      )
        if (nameIn(node.key) !== 'shell' || text.includes('child_process'))
          add('option', nameIn(node.key), node.start);
    },
    ImportDeclaration: (node) => {
      add('import', node.source.value, node.start);
      if (!/^(node:)?child_process$/.test(node.source.value)) return;
      for (const each of node.specifiers)
        if (each.type === 'ImportSpecifier') add('import', nameIn(each.imported), node.start);
    },
  }).visit(parseSync(file, text).program);
  return found;
}

function nameIn(node: Node): string {
  if (node.type === 'Identifier' || node.type === 'JSXIdentifier') return node.name;
  return node.type === 'Literal' ? String(node.value) : '';
}
