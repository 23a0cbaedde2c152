// docs/reference/glossary.md: the words of content/glossary.json as a page to read.
import { glossarySchema } from '../read/content.ts';
import { textOf } from '../read/files.ts';

const NAMES = { iso27001: 'ISO/IEC 27001', soc2: 'SOC 2', assay: 'Assay' } as const;

export async function glossaryPage(root: string): Promise<string> {
  const { terms } = glossarySchema.parse(JSON.parse((await textOf(root, 'content/glossary.json')) ?? ''));
  return [
    '# Glossary',
    '',
    `${terms.length} words of both audits and of Assay, in our own sentences. \`assay glossary TERM\` and \`GET /v1/glossary\` give the same; this page is made from \`content/glossary.json\`.`,
    ...terms.flatMap((each) => [
      '',
      `## ${each.term}`,
      '',
      each.short,
      '',
      each.long,
      '',
      [
        `Used in ${each.frameworks.map((framework) => NAMES[framework]).join(', ')}.`,
        ...(each.synonyms.length > 0 ? [`Also called ${each.synonyms.join(', ')}.`] : []),
        ...(each.see.length > 0 ? [`See ${each.see.map(link).join(', ')}.`] : []),
      ].join(' '),
    ]),
    '',
  ].join('\n');
}

function link(term: string): string {
  const anchor = term
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replaceAll(' ', '-');
  return `[${term}](#${anchor})`;
}
