// Every slice of the server proves that no organisation sees another's rows, and that no role does more than it may.
import { filesBelow, foldersIn, textOf } from '../read/files.ts';
import type { Finding, Rule } from '../rule.ts';

const SLICES = 'packages/server/src/slices';
const SPECS = [
  ['tenant', 'another organisation reads, changes and guesses nothing'],
  ['role', 'each role does what the permission table says, and nothing else'],
] as const;

export const rule: Rule = {
  name: 'tenancy',
  async run(root) {
    const slices = await foldersIn(root, SLICES);
    const findings = await Promise.all(slices.map((slice) => sliceFindings(root, slice)));
    return { seen: { slices: slices.length }, findings: findings.flat() };
  },
};

async function sliceFindings(root: string, slice: string): Promise<readonly Finding[]> {
  const files = await filesBelow(root, `${SLICES}/${slice}`);
  const findings = SPECS.map(async ([kind, proof]): Promise<readonly Finding[]> => {
    const specs = files.filter((path) => path.endsWith(`.${kind}.test.ts`));
    const file = `${SLICES}/${slice}`;
    if (specs.length === 0)
      return [
        {
          file,
          message: `the slice has no ${kind} spec`,
          remedy: `write ${slice}.${kind}.test.ts: ${proof}`,
        },
      ];
    const texts = await Promise.all(specs.map((path) => textOf(root, path)));
    if (texts.some((text) => /\b(it|test|tenantSpec|roleSpec)(\.\w+(\([^)]*\))?)?\(/.test(text ?? '')))
      return [];
    return [{ file: specs[0] ?? file, message: `the ${kind} spec holds no test`, remedy: proof }];
  });
  return (await Promise.all(findings)).flat();
}
