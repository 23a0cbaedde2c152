// The advice for a company in a file, as Markdown: what the page of worked companies is made of.
import { adviceMarkdown, adviseWhole, describe } from '@assay/core';
import { answersOf, companyFile } from './situation.ts';

/** Only for files that say which day is today: a page has to be the same tomorrow. */
export function companyAdvice(file: unknown): string {
  const { today, ...answers } = companyFile.required({ today: true }).parse(file);
  const made = adviseWhole(describe(answersOf(answers), {}, today), {});
  if (!made.ok)
    throw new Error(made.error.map(({ pointer, message }) => `${pointer}: ${message}`).join('; '));
  return adviceMarkdown(made.value.advice);
}
