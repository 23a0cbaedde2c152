// assay finding add|change: a record grows by options; each names one part of what 10.2 wants kept.
import { FINDING_KINDS, FINDING_SOURCES, VERDICTS } from '@assay/core';
import type { Output, Routes } from '@assay/contract';
import type { Command } from 'commander';
import { take } from '../connection.ts';
import { CommandEnd, EXIT } from '../exit.ts';
import { choice, controls, day, whole } from '../options.ts';
import { printOne, say } from '../output.ts';
import { perform } from '../write.ts';
import { recordOf, type RecordOptions } from './finding.record.ts';
import { open, writing, type Open } from './shared.ts';

type FindingAnswer = Output<Routes['findings.read']>;

export function addFindingChanges(finding: Command): void {
  recordOptions(writing(finding.command('add <statement>').description('Record what was found')))
    .addOption(choice('--kind <kind>', 'what it is', FINDING_KINDS).makeOptionMandatory())
    .addOption(choice('--source <source>', 'who found it', FINDING_SOURCES).makeOptionMandatory())
    .action(add);
  recordOptions(
    writing(finding.command('change <finding>').description('Go on with the record of a finding')),
  )
    .option('--statement <text>', 'what is, against what should be')
    .addOption(choice('--kind <kind>', 'a minor that turns out major, or the other way', FINDING_KINDS))
    .addOption(choice('--source <source>', 'who found it', FINDING_SOURCES))
    .action(change);
}

const DAYS = { min: 1, max: 3650 };
const COUNT = { min: 0, max: 1_000_000_000 };

function recordOptions(command: Command): Command {
  return command
    .option('--where <name>', 'audit, report or incident in which it was found')
    .addOption(day('--found-on <day>', 'when; today by default'))
    .option('--found-by <name>', 'by whom; you by default')
    .option('--requirements <refs>', 'what is not met, separated by commas: iso27001:2022/A.5.18')
    .addOption(controls('--controls <ids>', 'controls that it is about'))
    .option('--evidence <ids>', 'what shows it: E-12, E-14')
    .option('--owner <name>', 'who answers for it')
    .option('--correction <text>', 'what was done at once')
    .addOption(day('--corrected-on <day>', 'when'))
    .option('--consequences <text>', 'how they were dealt with')
    .option('--cause <text>', 'why it happened')
    .option('--similar <text>', 'where similar cases were looked for')
    .option('--similar-found <ids>', 'findings that came of it')
    .option('--action <text>', 'what keeps it from happening again')
    .option('--action-owner <name>', 'who does it')
    .addOption(day('--action-due <day>', 'until when'))
    .addOption(day('--action-done <day>', 'when it was done'))
    .addOption(day('--review-on <day>', 'when its effectiveness is looked at'))
    .addOption(choice('--verdict <verdict>', 'whether it helped', VERDICTS))
    .option('--verdict-because <text>', 'what shows that')
    .option('--verdict-by <name>', 'who says so')
    .addOption(day('--verdict-on <day>', 'when it was looked at'))
    .option('--system-change <text>', 'change to the management system, or why none is needed')
    .addOption(whole('--deviations <count>', 'of an exception', COUNT))
    .addOption(whole('--sample <count>', 'items that were tested', COUNT))
    .addOption(whole('--population <count>', 'items that they were drawn from', COUNT))
    .option('--response <text>', 'what management answers in the report')
    .addOption(whole('--plan-days <days>', 'days to the plan, where the contract says so', DAYS))
    .addOption(whole('--evidence-days <days>', 'days to its evidence', DAYS))
    .addOption(day('--next-audit <day>', 'day by which a minor is verified'))
    .addOption(day('--stage2-ended <day>', 'last day of stage 2, for a major found there'));
}

async function add(statement: string, options: RecordOptions): Promise<void> {
  const where = await open(options);
  const { kind = 'observation', source = 'own_eyes' } = options;
  const made = await perform(where, options, {
    route: 'findings.add',
    input: { params: { org: where.org }, body: { ...recordOf(options, undefined), kind, source, statement } },
    would: `A finding of kind ${kind} would be recorded: ${statement}`,
  });
  if (made) told(where, made, `${made.id} is recorded.`);
}

async function change(id: string, options: RecordOptions): Promise<void> {
  const where = await open(options);
  const held = take(await where.client['findings.read']({ params: { org: where.org, finding: id } }));
  const body = recordOf(options, held);
  if (Object.keys(body).length === 0)
    throw new CommandEnd(EXIT.usage, 'There is nothing to change.', 'Name at least one part of the record.');
  const done = await perform(where, options, {
    route: 'findings.change',
    input: { params: { org: where.org, finding: id }, ifMatch: `"${held.revision}"`, body },
    would: `${held.id} would change: ${Object.keys(body).join(', ')}.`,
  });
  if (done) told(where, done, `${done.id} is changed.`);
}

/** The sentence for a person, with what comes next; for programs the finding as it is now. */
function told(where: Open, finding: FindingAnswer, sentence: string): void {
  const next = finding.missing === null ? '' : ` Closing waits for ${finding.missing}.`;
  say(`${sentence} It is ${finding.state}.${next}`);
  if (where.format === 'json' || where.format === 'ndjson') printOne(finding, [], where.format);
}
