// assay feedback list|add|answer|withdraw: what interested parties say, which the management review asks for.
import { feedbackSentence, feedbackState, type PlainDate } from '@assay/core';
import type { Command } from 'commander';
import { take } from '../connection.ts';
import { CommandEnd, EXIT } from '../exit.ts';
import { day } from '../options.ts';
import { printList, say } from '../output.ts';
import { perform } from '../write.ts';
import { read, told } from './isms.shared.ts';
import { common, open, today, writing, type CommonOptions, type WriteOptions } from './shared.ts';

export function addFeedbackCommands(program: Command): void {
  const feedback = program
    .command('feedback')
    .description('What interested parties say of information security (ISO/IEC 27001 9.3.2 e)');
  common(
    feedback.command('list').description('Entries, whose they are, and whether they are answered'),
  ).action(list);
  writing(feedback.command('add <text>').description('Record what a party said'))
    .requiredOption('--party <name>', 'who said it')
    .option('--source <text>', 'where: a ticket, a survey, a call', '')
    .addOption(day('--on <day>', 'when; today by default'))
    .action(add);
  writing(feedback.command('answer <entry> <text>').description('Record what was answered or done'))
    .requiredOption('--by <name>', 'who answered')
    .addOption(day('--on <day>', 'when; today by default'))
    .action(answer);
  writing(feedback.command('withdraw <entry>').description('Withdraw an entry that was wrong'))
    .requiredOption('--because <text>', 'the reason, which stays with it')
    .action(withdraw);
}

async function list(options: CommonOptions): Promise<void> {
  const { client, org, format } = await open(options);
  const { data } = take(await client['isms.list']({ params: { org }, query: { kind: 'feedback' } }));
  const rows = data.flatMap((row) =>
    row.record.kind === 'feedback' ? [{ id: row.id, feedback: row.record }] : [],
  );
  printList(
    rows,
    [
      { name: 'id', of: (row) => row.id },
      { name: 'day', of: (row) => row.feedback.on },
      { name: 'party', of: (row) => row.feedback.party },
      { name: 'state', of: (row) => feedbackState(row.feedback) },
      { name: 'source', of: (row) => row.feedback.source },
      { name: 'said', of: (row) => row.feedback.said },
    ],
    format,
  );
  say(feedbackSentence(rows.map((row) => row.feedback)));
}

async function add(
  text: string,
  options: WriteOptions & { readonly party: string; readonly source: string; readonly on?: PlainDate },
): Promise<void> {
  const where = await open(options);
  const { party, source, on = today() } = options;
  const made = await perform(where, options, {
    route: 'isms.add',
    input: {
      params: { org: where.org },
      body: { kind: 'feedback', party, on, said: text, source, answer: null, withdrawn: null },
    },
    would: `What ${party} said would be recorded.`,
  });
  if (made) told(where, made, `${made.id} records what ${party} said.`);
}

async function answer(
  id: string,
  text: string,
  options: WriteOptions & { readonly by: string; readonly on?: PlainDate },
): Promise<void> {
  const where = await open(options);
  const { at, held } = await read(where, id);
  const { record } = held;
  if (record.kind !== 'feedback') throw new CommandEnd(EXIT.usage, `${held.id} is no feedback.`);
  if (record.withdrawn) throw new CommandEnd(EXIT.usage, `${held.id} is withdrawn.`);
  const { by, on = today() } = options;
  const done = await perform(where, options, {
    route: 'isms.replace',
    input: { ...at, body: { ...record, answer: { said: text, by, on }, withdrawn: null } },
    would: `${held.id} would be answered.`,
  });
  if (done) told(where, done, `${done.id} is answered.`);
}

async function withdraw(id: string, options: WriteOptions & { readonly because: string }): Promise<void> {
  const where = await open(options);
  const { at } = await read(where, id);
  const done = await perform(where, options, {
    route: 'isms.withdraw',
    input: { ...at, body: { because: options.because } },
    would: `${at.params.record} would be withdrawn.`,
  });
  if (done) told(where, done, `${done.id} is withdrawn; no review counts it.`);
}
