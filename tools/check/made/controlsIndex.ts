// content/controls/INDEX.md: the common control set on one page, by domain, with the ids of both frameworks.
import { controlsSchema } from '../read/content.ts';
import { filesBelow, textOf } from '../read/files.ts';
import type { z } from 'zod';

type ControlFile = z.infer<typeof controlsSchema>;
type Mapping = ControlFile['controls'][number]['mappings'][number];

/** The page's text, from the control files in their order. */
export async function controlsIndex(root: string): Promise<string> {
  const paths = (await filesBelow(root, 'content/controls')).filter((path) => /\/\d[^/]+\.json$/.test(path));
  const files: ControlFile[] = [];
  for (const path of paths) files.push(controlsSchema.parse(JSON.parse((await textOf(root, path)) ?? '')));
  const count = files.flatMap((file) => file.controls).length;
  return [
    '# Index of the common control set',
    '',
    `${count} controls in ${files.length} domains, made from the files beside this page by \`npm run check -- --fix\`. Ids are stable across releases.`,
    'A requirement in **bold** is answered in full, one in (brackets) only supported, every other one in part.',
    ...files.flatMap(domain),
    '',
  ].join('\n');
}

function domain(file: ControlFile): readonly string[] {
  return [
    '',
    `## ${file.title}`,
    '',
    '| id | name | kind | frequency | owner | ISO/IEC 27001:2022 | SOC 2 (TSC 2017) |',
    '|---|---|---|---|---|---|---|',
    ...file.controls.map((control) => {
      const cells = [
        control.id,
        control.name,
        control.kind,
        plain(control.frequency),
        plain(control.ownerRole),
        ends(control.mappings, 'iso27001:2022/'),
        ends(control.mappings, 'soc2:2017/'),
      ];
      return `| ${cells.join(' | ')} |`;
    }),
  ];
}

const MARKS = { full: ['**', '**'], partial: ['', ''], supporting: ['(', ')'] } as const;
const ORDER = ['full', 'partial', 'supporting'] as const;

function ends(mappings: readonly Mapping[], framework: string): string {
  const own = mappings.filter((mapping) => mapping.to.startsWith(framework));
  return ORDER.flatMap((strength) =>
    own
      .filter((mapping) => mapping.strength === strength)
      .map((mapping) => `${MARKS[strength][0]}${mapping.to.slice(framework.length)}${MARKS[strength][1]}`),
  ).join(', ');
}

function plain(word: string): string {
  return word.replaceAll('_', ' ');
}
