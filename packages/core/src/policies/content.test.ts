// What content/policies promises: every template can be read, points at what exists, and says things that can be tested.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { variablesIn } from './fill.ts';
import { parseTemplate, type PolicyTemplate } from './template.ts';

const content = new URL('../../../../content/', import.meta.url);
const names = readdirSync(new URL('policies/', content)).filter((name) => name.endsWith('.md'));
const templates = names.map((name): readonly [string, PolicyTemplate] => {
  const read = parseTemplate(readFileSync(new URL(`policies/${name}`, content), 'utf8'));
  if (!read.ok) throw new Error(`${name}: ${JSON.stringify(read.error)}`);
  return [name, read.value];
});

/** The ids of a file of content that a pattern finds; headings and groups are no requirements, so `leaf` is due. */
function idsIn(path: string, pattern: RegExp): ReadonlySet<string> {
  const text = readFileSync(new URL(path, content), 'utf8');
  return new Set([...text.matchAll(pattern)].map(([, id = '']) => id));
}
const LEAF = /"id": ?"([^"]+)"[^{}]*"leaf": ?true/g;
const requirements = new Map([
  ['iso27001:2022', idsIn('frameworks/iso27001-2022.json', LEAF)],
  ['soc2:2017', idsIn('frameworks/soc2-2017.json', LEAF)],
]);
const controls = new Set(
  readdirSync(new URL('controls/', content))
    .filter((name) => /^\d.*\.json$/.test(name))
    .flatMap((name) => [...idsIn(`controls/${name}`, /"id": ?"(C-\d+)"/g)]),
);

const HEADINGS = ['## Purpose', '## Who it binds', '## Rules', '## Records', '## Exceptions and review'];
/** Words that bind nobody, and what a text in the making leaves behind. */
const HOLLOW =
  /\b(appropriate(ly)?|as needed|as necessary|if necessary|where (necessary|applicable)|adequate(ly)?|periodic(ally)?|regular(ly)?|best practices?|etc|lorem|tbd|ensures?)\b|\[[^\]]*\]|<[^>]+>/i;

test('all requirements and controls of content are seen', () => {
  expect([requirements.get('iso27001:2022')?.size, requirements.get('soc2:2017')?.size]).toEqual([123, 61]);
  expect(controls.size).toBe(116);
});

test('there are 25 templates, numbered without a hole in the order of their files', () => {
  expect(names).toHaveLength(25);
  expect(templates.map(([, each]) => each.code)).toEqual(
    names.map((_, index) => `POL-${String(index + 1).padStart(2, '0')}`),
  );
  for (const [name, each] of templates) expect(name.slice(0, 2)).toBe(each.code.slice(4));
});

describe.each(templates)('%s', (_name, template) => {
  test('answers requirements and belongs to controls that exist, each named once', () => {
    expect(template.answers.length).toBeGreaterThan(0);
    expect(template.controls.length).toBeGreaterThan(0);
    expect(new Set(template.answers).size).toBe(template.answers.length);
    expect(new Set(template.controls).size).toBe(template.controls.length);
    const lost = template.answers.filter((ref) => {
      const [edition = '', id = ''] = ref.split('/');
      return requirements.get(edition)?.has(id) !== true;
    });
    expect(lost).toEqual([]);
    expect(template.controls.filter((code) => !controls.has(code))).toEqual([]);
  });

  test('uses exactly the variables that it declares', () => {
    expect(variablesIn(template.body).toSorted()).toEqual(
      template.variables.map((each) => each.name).toSorted(),
    );
    expect(template.body.replaceAll(/\{\{[a-z0-9_]+\}\}/g, '')).not.toMatch(/[{}]/);
  });

  test('has the five headings, numbered rules, records, and 300 to 700 words that bind somebody', () => {
    const lines = template.body.split('\n');
    expect(lines.filter((line) => line.startsWith('#'))).toEqual(HEADINGS);
    const rules = lines.flatMap((line) => /^(\d+)\. /.exec(line)?.[1] ?? []);
    expect(rules).toEqual(rules.map((_, index) => String(index + 1)));
    expect(rules.length).toBeGreaterThanOrEqual(8);
    expect(lines.filter((line) => line.startsWith('- ')).length).toBeGreaterThanOrEqual(3);
    const words = template.body.split(/\s+/).length;
    expect(words).toBeGreaterThanOrEqual(300);
    expect(words).toBeLessThanOrEqual(700);
    expect(HOLLOW.exec(template.body)?.[0]).toBeUndefined();
  });

  test('is marked unreviewed, since no named person has read it yet', () => {
    expect(template.reviewer).toBe('unreviewed');
  });
});
