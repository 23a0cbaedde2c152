// assay review list|show|add|fill|say|done|close: management reviews, with what is known beside each input.
import { REVIEW_INPUTS, type PlainDate } from '@assay/core';
import type { Command } from 'commander';
import { take } from '../connection.ts';
import { CommandEnd, EXIT } from '../exit.ts';
import { choice, day, whole } from '../options.ts';
import { printList, printOne, say } from '../output.ts';
import { perform } from '../write.ts';
import { idOf, linesOf, read, told } from './isms.shared.ts';
import { common, open, writing, type CommonOptions, type WriteOptions } from './shared.ts';

const LETTERS = REVIEW_INPUTS.map(({ letter }) => letter);
type Letter = (typeof LETTERS)[number];

export function addReviewCommands(program: Command): void {
  const review = program.command('review').description('Management reviews (ISO/IEC 27001 9.3)');
  common(review.command('list').description('Reviews, and when the next is due')).action(list);
  common(
    review.command('show <review>').description('One review: inputs with facts, decisions, actions'),
  ).action(show);
  writing(review.command('add').description('Plan a review'))
    .addOption(day('--on <day>', 'when it is held').makeOptionMandatory())
    .option('--top <name>', 'who attends of top management')
    .action(add);
  writing(review.command('fill <review>').description('Put what is known today beside the inputs')).action(
    fill,
  );
  writing(review.command('say <review> <text>').description('Say what was considered for an input'))
    .addOption(choice('--for <letter>', 'the input of 9.3.2', LETTERS).makeOptionMandatory())
    .action(tell);
  writing(review.command('done <review>').description('Say that an action was done'))
    .addOption(
      whole('--action <number>', 'its place in the list', { min: 1, max: 500 }).makeOptionMandatory(),
    )
    .addOption(day('--on <day>', 'when; today by default'))
    .action(done);
  writing(review.command('close <review>').description('Close it; refused while an input is missing'))
    .option('--by <name>', 'who closes it; you by default')
    .action(close);
}

async function list(options: CommonOptions): Promise<void> {
  const { client, org, format } = await open(options);
  const { data, next_review: next } = take(
    await client['isms.list']({ params: { org }, query: { kind: 'review' } }),
  );
  const rows = data.flatMap((row) => (row.record.kind === 'review' ? [{ ...row, review: row.record }] : []));
  printList(
    rows,
    [
      { name: 'id', of: (row) => row.id },
      { name: 'held', of: (row) => row.review.on },
      { name: 'closed', of: (row) => row.review.closed?.on ?? null },
      { name: 'actions', of: (row) => row.review.actions.length, right: true },
      {
        name: 'open',
        of: (row) => row.review.actions.filter(({ done }) => done === null).length,
        right: true,
      },
      { name: 'remarks', of: (row) => row.lints.length, right: true },
    ],
    format,
  );
  say(next === null ? 'No review was ever planned.' : `The next review is due on ${next.on}.`);
}

async function show(id: string, options: CommonOptions): Promise<void> {
  const { client, org, format } = await open(options);
  const found = take(await client['isms.read']({ params: { org, record: idOf(id) } }));
  if (found.record.kind !== 'review') throw new CommandEnd(EXIT.usage, `${found.id} is no review.`);
  printOne(found, linesOf(found), format);
}

async function add(options: WriteOptions & { readonly on: PlainDate; readonly top?: string }): Promise<void> {
  const where = await open(options);
  const { on, top } = options;
  const made = await perform(where, options, {
    route: 'isms.add',
    input: {
      params: { org: where.org },
      body: {
        kind: 'review',
        on,
        inputs: [],
        attendance: top === undefined ? [] : [{ name: top, role: 'Top management', top_management: true }],
        decisions: [],
        actions: [],
        minutes: '',
        closed: null,
      },
    },
    would: `A review would be planned for ${on}.`,
  });
  if (made) told(where, made, `${made.id} is planned for ${on}.`);
}

async function fill(id: string, options: WriteOptions): Promise<void> {
  const where = await open(options);
  const { at } = await read(where, id);
  const done = await perform(where, options, {
    route: 'isms.fill',
    input: at,
    would: `${at.params.record} would be filled from what is known.`,
  });
  if (done) told(where, done, `${done.id} is filled.`);
}

async function tell(
  id: string,
  text: string,
  options: WriteOptions & { readonly for: Letter },
): Promise<void> {
  const where = await open(options);
  const { at, held } = await read(where, id);
  const { record } = held;
  if (record.kind !== 'review') throw new CommandEnd(EXIT.usage, `${held.id} is no review.`);
  const said = REVIEW_INPUTS.find(({ letter }) => letter === options.for);
  if (!said) throw new CommandEnd(EXIT.usage, 'Name the input by its letter.');
  const others = record.inputs.filter(({ input }) => input !== said.input);
  const own = record.inputs.find(({ input }) => input === said.input);
  const done = await perform(where, options, {
    route: 'isms.replace',
    input: {
      ...at,
      body: {
        ...record,
        closed: null,
        inputs: [...others, { input: said.input, text, facts: own?.facts ?? [] }],
      },
    },
    would: `Input ${said.letter} of ${held.id} would be told.`,
  });
  if (done) told(where, done, `${done.id} says what was considered for input ${said.letter}.`);
}

async function done(
  id: string,
  options: WriteOptions & { readonly action: number; readonly on?: PlainDate },
): Promise<void> {
  const where = await open(options);
  const { action, on } = options;
  const { at } = await read(where, id);
  const held = await perform(where, options, {
    route: 'isms.done',
    input: { ...at, body: { action, on } },
    would: `Action ${action} of ${at.params.record} would be done.`,
  });
  if (held) told(where, held, `Action ${action} of ${held.id} is done.`);
}

async function close(id: string, options: WriteOptions & { readonly by?: string }): Promise<void> {
  const where = await open(options);
  const { at } = await read(where, id);
  const done = await perform(where, options, {
    route: 'isms.close',
    input: { ...at, body: { by: options.by } },
    would: `${at.params.record} would be closed.`,
    ask: `Close ${at.params.record}? What is closed does not change.`,
  });
  if (done) told(where, done, `${done.id} is closed.`);
}
