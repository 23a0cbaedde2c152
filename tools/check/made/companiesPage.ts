// docs/reference/advice-companies.md: five worked companies with the answers that the product gives them.
import { z } from 'zod';
import { textOf } from '../read/files.ts';
import { callOf, type Loaded } from '../read/load.ts';

const casesSchema = z.object({
  cases: z.array(z.object({ title: z.string(), story: z.string(), file: z.string() })),
});

/** @param contract exports `companyAdvice`, which gives the Markdown of a company in a file */
export async function companiesPage(root: string, contract: Loaded): Promise<string> {
  const { cases } = casesSchema.parse(
    JSON.parse((await textOf(root, 'vectors/advisor/companies.json')) ?? ''),
  );
  const parts: string[] = [];
  for (const { title, story, file } of cases) {
    const path = `vectors/advisor/${file}`;
    const text = callOf(contract, 'companyAdvice', JSON.parse((await textOf(root, path)) ?? ''));
    if (typeof text !== 'string') throw new Error(`${path}: the contract gives no advice to it`);
    parts.push(`## ${title}`, `${story} Its answers: \`${path}\`.`, deeper(text.trimEnd()));
  }
  const blocks = [
    '# Five worked companies',
    'What `assay advise --input FILE -o md` prints for the companies in vectors/advisor/companies. The dates, costs and reasons are computed when this page is made; [how the advice is made](advice.md) says by which rules.',
    ...parts,
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** Headings of an answer stand below the heading of its company. */
function deeper(text: string): string {
  return text.replace(/^(#+) /gm, '##$1 ');
}
