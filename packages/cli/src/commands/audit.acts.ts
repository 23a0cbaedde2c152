// assay audit plan|change|result|take-back|report: what is done with an audit.
import { FINDING_KINDS, LINE_RESULTS, type PlainDate, type RequirementRef } from '@assay/core';
import type { Output, Routes } from '@assay/contract';
import type { Command } from 'commander';
import { take } from '../connection.ts';
import { CommandEnd, EXIT } from '../exit.ts';
import { choice, day } from '../options.ts';
import { printOne, say, type Format } from '../output.ts';
import { perform } from '../write.ts';
import { open, writing, type Open, type WriteOptions } from './shared.ts';

type AuditAnswer = Output<Routes['audits.read']>;

const KINDS = FINDING_KINDS.filter((kind) => kind !== 'exception');
const SCOPE = 'requirements: A.5, 9.2.2, iso27001:2022/A.8.1, or everything that no audit has planned';

interface PlanOptions extends WriteOptions {
  readonly title?: string;
  readonly from?: PlainDate;
  readonly to?: PlainDate;
  readonly criteria?: string;
  readonly auditor?: string;
  readonly scope?: string;
}

export function addAuditActs(audit: Command): void {
  writing(audit.command('plan <title>').description('Plan an audit; its auditor owns nothing in its scope'))
    .addOption(day('--from <day>', 'first day').makeOptionMandatory())
    .addOption(day('--to <day>', 'last day').makeOptionMandatory())
    .requiredOption('--criteria <text>', 'what it is held against beside its scope')
    .requiredOption('--auditor <name>', 'who audits')
    .requiredOption('--scope <list>', SCOPE)
    .action(plan);
  writing(audit.command('change <audit>').description('Change what is planned'))
    .option('--title <text>', 'its title')
    .addOption(day('--from <day>', 'first day'))
    .addOption(day('--to <day>', 'last day'))
    .option('--criteria <text>', 'what it is held against beside its scope')
    .option('--auditor <name>', 'who audits')
    .option('--scope <list>', SCOPE)
    .action(change);
  writing(audit.command('result <audit> <requirement>').description('Say what was seen of one requirement'))
    .addOption(choice('--result <result>', 'what was seen', LINE_RESULTS).makeOptionMandatory())
    .option('--note <text>', 'what was looked at', '')
    .option('--evidence <ids>', 'what shows it: E-12, E-14', '')
    .addOption(choice('--finding <kind>', 'the finding that it becomes', KINDS))
    .option('--statement <text>', 'what is, against what should be')
    .option('--owner <name>', 'who answers for the finding')
    .option('--because <text>', 'why it is said otherwise than before', '')
    .action(result);
  writing(audit.command('take-back <audit> <requirement>').description('Take back what was said of it'))
    .requiredOption('--because <text>', 'the reason, which stays with what was said')
    .action(takeBack);
  writing(audit.command('report <audit>').description('Report to management; then it never changes'))
    .requiredOption('--summary <text>', 'what was audited and found')
    .requiredOption('--to <name>', 'management that it goes to')
    .addOption(day('--on <day>', 'when; today by default'))
    .action(report);
}

/** For programs the audit as it is now. */
export function told({ format }: { readonly format: Format }, audit: AuditAnswer): void {
  if (format === 'json' || format === 'ndjson') printOne(audit, [], format);
}

async function plan(title: string, options: PlanOptions): Promise<void> {
  const where = await open(options);
  const { from, to, criteria = '', auditor = '' } = options;
  if (from === undefined || to === undefined) throw new CommandEnd(EXIT.usage, 'Name both days.');
  const scope = await scopeOf(where, options.scope ?? '');
  const made = await perform(where, options, {
    route: 'audits.plan',
    input: { params: { org: where.org }, body: { title, from, to, criteria, auditor, scope } },
    would: `${auditor} would audit ${scope.length} requirements from ${from} to ${to}.`,
  });
  if (!made) return;
  say(`${made.id}: ${made.auditor} audits ${made.lines.length} requirements from ${from} to ${to}.`);
  told(where, made);
}

async function change(id: string, options: PlanOptions): Promise<void> {
  const where = await open(options);
  const { title, from, to, criteria, auditor } = options;
  const held = take(await where.client['audits.read']({ params: { org: where.org, audit: id } }));
  const body = {
    ...(title === undefined ? {} : { title }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(criteria === undefined ? {} : { criteria }),
    ...(auditor === undefined ? {} : { auditor }),
    ...(options.scope === undefined ? {} : { scope: await scopeOf(where, options.scope) }),
  };
  const done = await perform(where, options, {
    route: 'audits.change',
    input: { params: { org: where.org, audit: id }, ifMatch: `"${held.revision}"`, body },
    would: `${held.id} would change: ${Object.keys(body).join(', ')}.`,
  });
  if (!done) return;
  say(`${done.id} is changed.`);
  told(where, done);
}

interface ResultOptions extends WriteOptions {
  readonly result: (typeof LINE_RESULTS)[number];
  readonly note: string;
  readonly evidence: string;
  readonly finding?: (typeof KINDS)[number];
  readonly statement?: string;
  readonly owner?: string;
  readonly because: string;
}

async function result(id: string, requirement: string, options: ResultOptions): Promise<void> {
  const where = await open(options);
  const held = take(await where.client['audits.read']({ params: { org: where.org, audit: id } }));
  const ref = refOf(requirement, held.lines[0]?.requirement ?? '');
  const { finding: kind, statement, owner } = options;
  if ((kind === undefined) !== (statement === undefined))
    throw new CommandEnd(EXIT.usage, 'A finding needs both --finding and --statement.');
  const finding =
    kind === undefined || statement === undefined
      ? {}
      : { finding: { kind, statement, owner: owner ?? null } };
  const done = await perform(where, options, {
    route: 'audits.result',
    input: {
      params: { org: where.org, audit: id },
      body: {
        requirement: ref,
        result: options.result,
        note: options.note,
        evidence: wordsOf(options.evidence),
        because: options.because,
        ...finding,
      },
    },
    would: `${held.id} would say of ${ref}: ${options.result}.`,
  });
  if (!done) return;
  const waits = done.lines.filter(({ said }) => said === null).length;
  const line = done.lines.find((each) => each.requirement === ref);
  say(
    `${done.id}: ${ref} ${options.result} ${line?.said?.findings.join(' ') ?? ''}`.trimEnd() +
      `; ${waits} lines wait.`,
  );
  told(where, done);
}

async function takeBack(
  id: string,
  requirement: string,
  options: WriteOptions & { readonly because: string },
): Promise<void> {
  const where = await open(options);
  const held = take(await where.client['audits.read']({ params: { org: where.org, audit: id } }));
  const ref = refOf(requirement, held.lines[0]?.requirement ?? '');
  const done = await perform(where, options, {
    route: 'audits.take_back',
    input: {
      params: { org: where.org, audit: id },
      ifMatch: `"${held.revision}"`,
      body: { requirement: ref, because: options.because },
    },
    would: `What ${held.id} says of ${ref} would be taken back.`,
  });
  if (!done) return;
  say(`${done.id} says nothing of ${ref} any more; what was said stays with the reason.`);
  told(where, done);
}

async function report(
  id: string,
  options: WriteOptions & { readonly summary: string; readonly to: string; readonly on?: PlainDate },
): Promise<void> {
  const where = await open(options);
  const { summary, to, on } = options;
  const done = await perform(where, options, {
    route: 'audits.report',
    input: { params: { org: where.org, audit: id }, body: { summary, to, on } },
    would: `${id} would be reported to ${to}.`,
    ask: `${id} never changes once it is reported. Report it?`,
  });
  if (!done) return;
  say(`${done.id} is reported to ${to}.`);
  told(where, done);
}

/** Requirements by id, by what their id begins with, or all that are not planned yet. */
async function scopeOf({ client, org }: Open, text: string): Promise<RequirementRef[]> {
  const { requirements } = take(await client['audits.programme']({ params: { org } }));
  const wanted = wordsOf(text);
  const found = requirements.filter(({ requirement, state }) =>
    wanted.some((each) => (each === 'everything' ? state === 'unplanned' : within(requirement, each))),
  );
  const lost = wanted.find(
    (each) => each !== 'everything' && !found.some(({ requirement }) => within(requirement, each)),
  );
  if (found.length === 0 || lost !== undefined)
    throw new CommandEnd(
      EXIT.notFound,
      `Nothing that is to be audited is called ${lost ?? text}.`,
      'assay audit programme lists it.',
    );
  return found.map(({ requirement }) => refOf(requirement, ''));
}

/** `A.5` holds A.5.1; `9.2` holds 9.2.1; a whole reference holds itself. */
function within(requirement: string, name: string): boolean {
  const id = requirement.slice(requirement.indexOf('/') + 1);
  return [requirement, id].some((each) => each === name || each.startsWith(`${name}.`));
}

/** A whole reference; an id alone is one of the same framework as its neighbour. */
function refOf(text: string, neighbour: string): RequirementRef {
  const whole = text.includes('/') ? text : `${neighbour.slice(0, neighbour.indexOf('/'))}/${text}`;
  const place = whole.indexOf('/');
  if (place < 1)
    throw new CommandEnd(EXIT.usage, `${text} is no requirement; they look like iso27001:2022/A.5.18.`);
  return `${whole.slice(0, place)}/${whole.slice(place + 1)}`;
}

function wordsOf(text: string): string[] {
  return text.split(/[\s,]+/).filter((each) => each !== '');
}
