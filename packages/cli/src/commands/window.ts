// assay window evaluate: answers a window case with no server.
import { evaluateWindow, type ControlAnswer, type WindowAnswer } from '@assay/core';
import type { Command } from 'commander';
import { CommandEnd, EXIT } from '../exit.ts';
import { jsonIn } from '../files.ts';
import { choice } from '../options.ts';
import { formatOf, out, printList, say } from '../output.ts';
import { presentAnswer } from '../windows/answer.ts';
import { readCase } from '../windows/case.ts';
import { printing } from './shared.ts';
import { addWindowPlans } from './window.plan.ts';
import { addWindowReads } from './window.show.ts';

/** What `--fail-on` may name, mildest first: each also fails on what follows. */
const FAILURES = ['deviation', 'at_risk', 'unmet'] as const;
type Failure = (typeof FAILURES)[number];

interface Options {
  readonly output?: string;
  readonly json?: boolean;
  readonly failOn?: Failure;
}

export function addWindowCommands(program: Command): void {
  const window = program
    .command('window')
    .description('Type II windows: for every day of a period, did each control run');
  addWindowReads(window);
  addWindowPlans(window);
  printing(
    window
      .command('evaluate <case>')
      .description('Answer a window case from a file, without a server; - reads standard input'),
  )
    .addOption(
      choice('--fail-on <what>', 'exit 3 on a deviation, or on a criterion at risk or unmet', FAILURES),
    )
    .action(evaluate);
}

function evaluate(path: string, options: Options): void {
  const format = formatOf(options);
  const read = readCase(jsonIn(path));
  if ('pointer' in read)
    throw new CommandEnd(
      EXIT.error,
      `${path} is no window case, at ${read.pointer || '/'}: ${read.message}.`,
    );
  const { question, start } = read;
  const answer = evaluateWindow(question);
  if (format === 'json' || format === 'ndjson')
    out(`${JSON.stringify(presentAnswer(question, answer, start), null, format === 'json' ? 2 : 0)}\n`);
  else {
    printList(answer.controls, COLUMNS, format);
    tell(answer);
  }
  if (options.failOn !== undefined && fails(answer, options.failOn)) process.exitCode = EXIT.findings;
}

const COLUMNS = [
  { name: 'control', of: (row: ControlAnswer) => row.control },
  { name: 'standing', of: (row: ControlAnswer) => row.standing },
  { name: 'covered', of: (row: ControlAnswer) => `${row.coverage.filled}/${row.coverage.of}`, right: true },
  count('expected'),
  count('on_time'),
  count('late'),
  count('missed'),
  count('pending'),
  count('not_operating'),
  count('excluded'),
  count('no_data'),
  { name: 'longest gap', of: (row: ControlAnswer) => row.longestGapDays, right: true },
  { name: 'clean from', of: (row: ControlAnswer) => row.earliestCleanStart ?? 'never' },
  { name: 'clean to', of: (row: ControlAnswer) => row.latestCleanEnd ?? 'never' },
] as const;

function count(state: keyof ControlAnswer['counts']) {
  return {
    name: state.replace('_', ' '),
    of: (row: ControlAnswer) => row.counts[state],
    right: true,
  } as const;
}

/** What the table has no column for. */
function tell({ criteria, remarks, earliestCleanStart, latestCleanEnd }: WindowAnswer): void {
  for (const { criterion, status, because, compensated } of criteria) {
    const made = compensated.map(({ control, by }) => `${control} by ${by}`).join(', ');
    say(
      [`${criterion}: ${status.replaceAll('_', ' ')}`, because.join(', '), made && `compensated: ${made}`]
        .filter((part) => part !== '')
        .join('; '),
    );
  }
  for (const { code, severity, days } of remarks)
    say(`${severity}: ${code.replaceAll('_', ' ')}${days === undefined ? '' : `, ${days} days`}`);
  say(`All controls clean from ${earliestCleanStart ?? 'no day'}, and to ${latestCleanEnd ?? 'no day'}.`);
}

function fails({ controls, criteria }: WindowAnswer, at: Failure): boolean {
  const reached = FAILURES.indexOf(at);
  return (
    (reached === 0 && controls.some(({ deviations }) => deviations.length > 0)) ||
    criteria.some(({ status }) => status === 'unmet' || (status === 'at_risk' && reached < 2))
  );
}
