// `npm run check`: runs every rule of the house and exits 1 when one is red.
//   -- --only borders,cycles   these rules alone
//   -- --fix                   formats the code and writes generated files first
//   -- --root DIR             looks at another tree, for example a planted one
//   -- --release               records the migrations as released, so that they never change again
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { HOUSE, inLanes } from './read/program.ts';
import { answerOf, linesOf, type Answer } from './report.ts';
import type { Rule } from './rule.ts';
import { RULES } from './rules.ts';
import { recordReleased } from './rules/migrations.ts';

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string' },
      fix: { type: 'boolean' },
      release: { type: 'boolean' },
      root: { type: 'string', default: HOUSE },
    },
  });
  const root = resolve(values.root);
  const names = values.only?.split(',') ?? RULES.map((rule) => rule.name);
  const stranger = names.find((name) => !RULES.some((rule) => rule.name === name));
  if (stranger !== undefined) {
    console.error(`There is no rule ${stranger}. Rules: ${RULES.map((rule) => rule.name).join(', ')}`);
    return 2;
  }
  if (values.release) console.log(`${await recordReleased(root)} migrations recorded as released`);
  const chosen = RULES.filter((rule) => names.includes(rule.name));
  if (values.fix)
    for (const rule of chosen) if (rule.fix) console.log(`fix  ${rule.name}: ${await rule.fix(root)}`);
  return report(await checkAll(chosen, root));
}

/** The compiler takes both cores itself; the rest goes two at a time. */
async function checkAll(chosen: readonly Rule[], root: string): Promise<readonly Answer[]> {
  const alone = chosen.filter((rule) => rule.name === 'types');
  const rest = chosen.filter((rule) => rule.name !== 'types');
  const print = async (rule: Rule): Promise<Answer> => {
    const answer = await answerOf(rule, root);
    console.log(linesOf(answer).join('\n'));
    return answer;
  };
  const first = await inLanes(alone, 1, print);
  return [...first, ...(await inLanes(rest, 2, print))];
}

function report(answers: readonly Answer[]): number {
  const red = answers.filter((answer) => answer.findings.length > 0);
  const count = red.reduce((sum, answer) => sum + answer.findings.length, 0);
  if (red.length === 0) console.log(`\nAll ${answers.length} rules hold.`);
  else
    console.log(
      `\n${count} violations of ${red.length} rules: ${red.map((answer) => answer.rule).join(', ')}`,
    );
  return red.length === 0 ? 0 : 1;
}
