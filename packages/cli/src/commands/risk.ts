// assay risk: the register, and years of losses simulated from a file of scenarios, with no server.
import type { Command } from 'commander';
import { CommandEnd, EXIT } from '../exit.ts';
import { jsonIn } from '../files.ts';
import { formatOf, out, printList, say, type Column } from '../output.ts';
import { answerRisks, type RiskLine } from '../risks/answer.ts';
import { readRiskCase } from '../risks/case.ts';
import { addRiskChanges } from './risk.changes.ts';
import { addRegisterCommands } from './risk.register.ts';
import { printing } from './shared.ts';

interface Options {
  readonly output?: string;
  readonly json?: boolean;
}

export function addRiskCommands(program: Command): void {
  const risk = program.command('risk').description('The register of risks, and risk in money');
  addRegisterCommands(risk);
  addRiskChanges(risk);
  printing(
    risk
      .command('simulate <case>')
      .description('Simulate the scenarios of a file, without a server; - reads standard input'),
  ).action(simulate);
}

function simulate(path: string, options: Options): void {
  const format = formatOf(options);
  const read = readRiskCase(jsonIn(path));
  if ('pointer' in read)
    throw new CommandEnd(EXIT.error, `${path} cannot be simulated, at ${read.pointer}: ${read.message}.`);
  const answer = answerRisks(read);
  if (format === 'json' || format === 'ndjson') {
    out(`${JSON.stringify(answer, null, format === 'json' ? 2 : 0)}\n`);
    return;
  }
  printList([...answer.scenarios, answer.portfolio], COLUMNS, format);
  const { beyond_tolerance: beyond } = answer;
  const [worst] = beyond?.toSorted((a, b) => b.loss - a.loss) ?? [];
  if (beyond)
    say(
      worst
        ? `Beyond what is tolerated: ${money(worst.loss)} or more in ${(worst.share * 100).toPrecision(2)} % of years.`
        : 'Nowhere beyond what is tolerated.',
    );
  say(`${answer.years} years, seed ${answer.seed}; the same seed gives the same figures.`);
}

const COLUMNS: readonly Column<RiskLine>[] = [
  { name: 'id', of: (row: RiskLine) => row.id },
  { name: 'name', of: (row: RiskLine) => row.name },
  { name: 'mean', of: (row: RiskLine) => money(row.inherent.mean), right: true },
  { name: 'p95', of: (row: RiskLine) => money(row.inherent.p95), right: true },
  { name: 'worst 1 %', of: (row: RiskLine) => money(row.inherent.shortfall_99), right: true },
  { name: 'treated mean', of: (row: RiskLine) => money(row.residual.mean), right: true },
  { name: 'treated p95', of: (row: RiskLine) => money(row.residual.p95), right: true },
  { name: 'treated worst 1 %', of: (row: RiskLine) => money(row.residual.shortfall_99), right: true },
  { name: 'net value', of: (row: RiskLine) => (row.value ? money(row.value.net) : ''), right: true },
];

/** Whole units: a simulation knows no cents. */
function money(amount: number): string {
  return String(Math.round(amount));
}
