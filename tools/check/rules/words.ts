// The repository speaks of the product alone: no machine's path, no registry, no unfinished place.
import { filesBelow, textOf } from '../read/files.ts';
import type { Finding, Rule } from '../rule.ts';
import { OWN_FILES, WORDS } from '../tables/words.ts';

const TEXT =
  /\.([cm]?[jt]sx?|json|jsonc|md|css|html|sql|ya?ml|typ|txt|sh)$|(^|\/)(\.npmrc|\.gitignore|LICENSE|NOTICE)$|^\.ci\//;

export const rule: Rule = {
  name: 'words',
  async run(root) {
    const files = (await filesBelow(root)).filter((path) => TEXT.test(path) && !OWN_FILES.includes(path));
    const findings = await Promise.all(
      files.map(async (path) => wordFindings(path, (await textOf(root, path)) ?? '')),
    );
    return { seen: { files: files.length, words: WORDS.length }, findings: findings.flat() };
  },
};

/** Every line of a file that holds a word of the table. */
function wordFindings(path: string, text: string): readonly Finding[] {
  return WORDS.filter((word) => !word.except?.test(path) && word.pattern.test(text)).flatMap(
    ({ pattern, message, remedy }) =>
      text.split('\n').flatMap((line, index) => {
        const found = pattern.exec(line)?.[0];
        return found === undefined
          ? []
          : [{ file: path, line: index + 1, message: `${message}: ${found}`, remedy }];
      }),
  );
}
