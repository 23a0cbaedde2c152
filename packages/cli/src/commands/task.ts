// assay task list|show|add|done|reopen|snooze|wake|hand: what the state of data asks for, and what people typed in.
import { OWNER_ROLES, type OwnerRole, type PlainDate } from '@assay/core';
import type { Output, Routes } from '@assay/contract';
import type { Command } from 'commander';
import { take } from '../connection.ts';
import { choice, controls, day } from '../options.ts';
import { printList, printOne, say, type Column } from '../output.ts';
import { perform } from '../write.ts';
import { common, open, writing, type CommonOptions, type Open, type WriteOptions } from './shared.ts';

type TaskAnswer = Output<Routes['tasks.read']>;

const COLUMNS: readonly Column<TaskAnswer>[] = [
  { name: 'id', of: (row) => row.id },
  { name: 'task', of: (row) => row.title },
  { name: 'until', of: (row) => (row.overdue ? `${row.until ?? ''} overdue` : row.until) },
  { name: 'minutes', of: (row) => row.minutes, right: true },
  { name: 'owner', of: (row) => row.owner },
  { name: 'why', of: (row) => row.done?.because ?? row.snoozed?.because ?? row.why },
];

export function addTaskCommands(program: Command): void {
  const task = program.command('task').description('My work: tasks with their reasons');
  common(task.command('list').description('The seven most urgent of mine'))
    .option('--all', 'every task of the organisation')
    .option('--snoozed', 'those that are out of sight')
    .option('--done', 'typed tasks that are closed')
    .action(list);
  common(task.command('show <task>').description('One task with what good evidence looks like')).action(show);
  writing(task.command('add <title>').description('Type in a task; evidence on its control closes it'))
    .addOption(controls('--control <id>', 'its control'))
    .addOption(choice('--owner <role>', 'whose it is; the control’s owner by default', OWNER_ROLES))
    .addOption(day('--due <day>', 'last day on which it is in time'))
    .action(add);
  writing(task.command('done <task>').description('Close a typed task by hand'))
    .requiredOption('--because <text>', 'why it is done')
    .action(done);
  writing(task.command('reopen <task>').description('Take back that a typed task was closed')).action(reopen);
  writing(task.command('snooze <task>').description('Put a task out of sight until a day'))
    .addOption(day('--until <day>', 'day on which it comes back').makeOptionMandatory())
    .requiredOption('--because <text>', 'why')
    .action(snooze);
  writing(task.command('wake <task>').description('Bring a snoozed task back')).action(wake);
  writing(task.command('hand <task>').description('Not mine: hand a task to another owner role'))
    .addOption(choice('--to <role>', 'whose it is', OWNER_ROLES).makeOptionMandatory())
    .action(hand);
}

interface ListOptions extends CommonOptions {
  readonly all?: boolean;
  readonly snoozed?: boolean;
  readonly done?: boolean;
}

async function list(options: ListOptions): Promise<void> {
  const { client, org, format } = await open(options);
  const state = options.done ? 'done' : options.snoozed ? 'snoozed' : 'open';
  const answer = take(
    await client['tasks.list']({
      params: { org },
      query: { all: options.all ? 'true' : undefined, state },
    }),
  );
  printList(answer.data, COLUMNS, format);
  if (answer.data.length === 0 && state === 'open') say('Nothing is asked of you.');
  if (answer.rest > 0) say(`${answer.rest} more wait: assay task list --all.`);
  if (state === 'open' && answer.snoozed > 0) say(`${answer.snoozed} snoozed: assay task list --snoozed.`);
}

async function show(id: string, options: CommonOptions): Promise<void> {
  const { client, org, format } = await open(options);
  const found = take(await client['tasks.read']({ params: { org, task: id } }));
  printOne(
    found,
    [
      ['task', found.title],
      ['id', found.id],
      ['state', found.state],
      ['why', found.why],
      ['closes', found.closes],
      ['until', found.until === null ? '—' : `${found.until}${found.overdue ? ' (overdue)' : ''}`],
      ['minutes', String(found.minutes)],
      ['owner', found.owner],
      ['control', found.control ?? '—'],
      ...(found.example
        ? [['good', found.example.good] as const, ['sent_back', found.example.bad] as const]
        : []),
      ...(found.snoozed
        ? [
            [
              'snoozed',
              `until ${found.snoozed.until} by ${found.snoozed.by}: ${found.snoozed.because}`,
            ] as const,
          ]
        : []),
      ...(found.done
        ? [['done', `by ${found.done.who ?? found.done.by}: ${found.done.because}`] as const]
        : []),
    ],
    format,
  );
}

interface AddOptions extends WriteOptions {
  readonly control?: string[];
  readonly owner?: OwnerRole;
  readonly due?: PlainDate;
}

async function add(title: string, options: AddOptions): Promise<void> {
  const where = await open(options);
  const body = { title, control: options.control?.[0], owner: options.owner, due: options.due };
  const made = await perform(where, options, {
    route: 'tasks.add',
    input: { params: { org: where.org }, body },
    would: `${title} would be a task${options.due === undefined ? '' : ` until ${options.due}`}.`,
  });
  if (made) told(where, made, `${made.id} is a task of the ${made.owner}. ${made.closes}`);
}

async function done(id: string, options: WriteOptions & { readonly because: string }): Promise<void> {
  const where = await open(options);
  const after = await perform(where, options, {
    route: 'tasks.done',
    input: { params: { org: where.org, task: id }, body: { because: options.because } },
    would: `${id} would be closed by hand: ${options.because}`,
  });
  if (after) told(where, after, `${after.id} is done.`);
}

async function reopen(id: string, options: WriteOptions): Promise<void> {
  const where = await open(options);
  const after = await perform(where, options, {
    route: 'tasks.reopen',
    input: { params: { org: where.org, task: id } },
    would: `${id} would be open again.`,
  });
  if (after) told(where, after, `${after.id} is ${after.state}.`);
}

async function snooze(
  id: string,
  options: WriteOptions & { readonly until: PlainDate; readonly because: string },
): Promise<void> {
  const where = await open(options);
  const { until, because } = options;
  const after = await perform(where, options, {
    route: 'tasks.snooze',
    input: { params: { org: where.org, task: id }, body: { until, because } },
    would: `${id} would be out of sight until ${until}.`,
  });
  if (after)
    told(where, after, `${after.id} comes back on ${until}; assay task wake ${id} brings it back now.`);
}

async function wake(id: string, options: WriteOptions): Promise<void> {
  const where = await open(options);
  const after = await perform(where, options, {
    route: 'tasks.wake',
    input: { params: { org: where.org, task: id } },
    would: `${id} would be in sight again.`,
  });
  if (after) told(where, after, `${after.id} is ${after.state}.`);
}

async function hand(id: string, options: WriteOptions & { readonly to: OwnerRole }): Promise<void> {
  const where = await open(options);
  const after = await perform(where, options, {
    route: 'tasks.hand',
    input: { params: { org: where.org, task: id }, body: { owner: options.to } },
    would: `${id} would be a task of the ${options.to}.`,
  });
  if (after) told(where, after, `${after.id} is a task of the ${after.owner}.`);
}

/** The sentence for a person; for programs the task as it is now. */
function told(where: Open, task: TaskAnswer, sentence: string): void {
  say(sentence);
  if (where.format === 'json' || where.format === 'ndjson') printOne(task, [], where.format);
}
