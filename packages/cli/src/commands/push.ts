// assay push FILE... --collector NAME: what a job of CI calls. Files are imported and committed with their run, or none is.
import { RUN_ERRORS, SEVERITIES, type Instant, type PlainDate, type RunError } from '@assay/core';
import type { Command } from 'commander';
import { appendFileSync } from 'node:fs';
import { take } from '../connection.ts';
import { CommandEnd, EXIT } from '../exit.ts';
import { requireFile } from '../files.ts';
import { choice, controls, day, instant, period, whole, type Period } from '../options.ts';
import { complain, printOne, say } from '../output.ts';
import { waiting } from '../progress.ts';
import { bring } from './import.bring.ts';
import { columnsOf } from './import.columns.ts';
import { findings, type Threshold } from './import.findings.ts';
import type { ImportAnswer } from './import.show.ts';
import { runIdFrom } from './push.run.ts';
import { pushSummary, type Pushed } from './push.summary.ts';
import { common, open, type CommonOptions, type Open } from './shared.ts';

interface PushOptions extends CommonOptions {
  readonly collector: string;
  readonly run?: string;
  readonly control?: string[];
  readonly performedAt?: PlainDate;
  readonly covers?: Period;
  readonly columns?: ReturnType<typeof columnsOf>;
  readonly startedAt?: Instant;
  readonly endedAt?: Instant;
  readonly rows?: number;
  readonly partial?: boolean;
  readonly error?: RunError;
  readonly message?: string;
  readonly failOn?: Threshold;
  readonly summary?: string;
}

export function addPushCommand(program: Command): void {
  common(
    program
      .command('push [files...]')
      .description('Report a collector’s run with its files: all are imported and committed, or none is'),
  )
    .requiredOption('--collector <name>', 'whose run it is; assay collector add declares one')
    .option('--run <id>', 'id of the run; the job’s own in CI, so that a retry gives the first answer')
    .addOption(controls('--control <ids>', 'also link to these controls'))
    .addOption(day('--performed-at <day>', 'day on which it was true; taken from the file by default'))
    .addOption(period('--covers <from/until>', 'days that it speaks for'))
    .option('--columns <mapping>', 'for CSV: check=Rule,subject=Host,status=Result', columnsOf)
    .addOption(instant('--started-at <instant>', 'when the run began'))
    .addOption(instant('--ended-at <instant>', 'when the run ended; now, or the file’s own time, by default'))
    .addOption(
      whole('--rows <number>', 'how many it saw, where it brings no file', { min: 0, max: 2 ** 31 - 1 }),
    )
    .option('--partial', 'pages or items are missing: what came is kept, the run is unknown')
    .addOption(choice('--error <class>', 'report a run that failed', RUN_ERRORS))
    .option('--message <text>', 'why, in a sentence')
    .addOption(
      choice(
        '--fail-on <level>',
        'exit 3 on a failing result of this severity or above, or on any fail or unknown',
        [...SEVERITIES, 'fail', 'unknown'] as const,
      ),
    )
    .option('--summary <file>', 'append a summary in Markdown; $GITHUB_STEP_SUMMARY where that is set')
    .action(push);
}

async function push(files: readonly string[], options: PushOptions): Promise<void> {
  if (files.length === 0 && options.error === undefined && options.rows === undefined)
    throw new CommandEnd(
      EXIT.usage,
      'There is nothing to push.',
      'Name files, or report a failed run with --error, or one without files with --rows.',
    );
  for (const file of files) requireFile(file);
  const where = await open(options);
  const imports: ImportAnswer[] = [];
  for (const file of files) imports.push(await bring(where, file, options));
  const done = await report(where, imports, options);
  show(where, done);
  const failing = options.failOn === undefined ? 0 : await findings(where, done.imports, options.failOn);
  const summary = options.summary ?? process.env['GITHUB_STEP_SUMMARY'];
  if (summary !== undefined && summary !== '')
    appendFileSync(summary, pushSummary(done, { ...where, collector: options.collector, failing }));
  if (done.imports.some((each) => each.state === 'refused')) process.exitCode = EXIT.error;
  else if (failing > 0) process.exitCode = EXIT.findings;
}

async function report(
  { client, org }: Open,
  imports: readonly ImportAnswer[],
  options: PushOptions,
): Promise<Pushed> {
  const { collector, run, startedAt, endedAt, rows, partial, error, message } = options;
  return take(
    await waiting(
      `reporting the run of ${collector}`,
      client['collectors.record']({
        params: { org, collector },
        body: {
          run: run ?? runIdFrom(process.env),
          imports: imports.map((each) => each.id),
          started_at: startedAt,
          ended_at: endedAt,
          rows,
          partial: partial === true,
          error,
          message,
        },
      }),
    ),
  );
}

function show({ format, origin, org }: Open, done: Pushed): void {
  const { run, imports } = done;
  const evidence = imports.flatMap((each) => each.evidence ?? []);
  printOne(
    done,
    [
      ['run', run.run],
      ['state', run.complete ? 'complete' : `unknown: ${run.because.join(', ').replaceAll('_', ' ')}`],
      ['rows', String(run.rows)],
      ...imports.map((each): [string, string] => [
        'file',
        `${each.filename}: ${each.state}, ${each.observations.pass} pass, ${each.observations.fail} fail, ${each.observations.unknown + each.observations.error} unknown`,
      ]),
      ['evidence', evidence.join(' ') || '—'],
      ['url', `${origin}/o/${org}/evidence${evidence[0] === undefined ? '' : `/${evidence[0]}`}`],
    ],
    format,
  );
  for (const each of imports.filter(({ state }) => state === 'refused'))
    for (const problem of each.problems.first)
      complain(
        `${each.filename}: ${problem.level} at ${problem.position}: ${problem.message} ${problem.remedy}`,
      );
  if (!run.complete) say('The run ends no gap: it is not known that it looked at everything.');
}
