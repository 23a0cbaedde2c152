// assay room list|show|create|change|end|auditors|invite|dismiss|preview|comments|comment|reads: what auditors see.
// What is released and taken back stands in room.release.ts.
import { AUDIENCES, ROOM_KINDS, type Audience, type RoomKind } from '@assay/core';
import type { Command } from 'commander';
import { take } from '../connection.ts';
import { choice, controls } from '../options.ts';
import { printList, printOne, say } from '../output.ts';
import { perform } from '../write.ts';
import { addRoomReleases } from './room.release.ts';
import { inRoom, type Room } from './room.shared.ts';
import { common, open, writing, type CommonOptions, type WriteOptions } from './shared.ts';

interface Engagement extends WriteOptions {
  readonly kind: RoomKind;
  readonly framework: string;
  readonly firm: string;
  readonly systems: string;
  readonly from: string;
  readonly until: string;
  readonly ends: string;
  readonly control: string[];
}

type Changes = WriteOptions &
  Partial<Pick<Engagement, 'firm' | 'systems' | 'ends' | 'control'>> & {
    readonly title?: string;
  };

export function addRoomCommands(program: Command): void {
  const room = program.command('room').description('Auditors’ rooms: what was released to an audit firm');
  common(room.command('list').description('Rooms, open ones first')).action(list);
  common(room.command('show <room>').description('One room; by id, or by title')).action(show);
  writing(room.command('create <title>').description('Open a room for one engagement'))
    .addOption(choice('--kind <kind>', 'of the engagement', ROOM_KINDS).makeOptionMandatory())
    .requiredOption('--framework <id>', 'such as soc2:2017')
    .requiredOption('--firm <name>', 'certification body or CPA firm')
    .option('--systems <text>', 'what is looked at', '')
    .requiredOption('--from <day>', 'first day of the period')
    .requiredOption('--until <day>', 'first day after it')
    .requiredOption('--ends <day>', 'last day on which the audit firm gets in')
    .addOption(controls('--control <ids>', 'controls that are looked at').makeOptionMandatory())
    .action(create);
  writing(room.command('change <room>').description('Change what a room asks for; its period stays'))
    .option('--title <title>', 'another title')
    .option('--firm <name>', 'another name of the firm')
    .option('--systems <text>', 'what is looked at')
    .option('--ends <day>', 'last day on which the audit firm gets in')
    .addOption(controls('--control <ids>', 'all controls that are looked at'))
    .action(change);
  writing(room.command('end <room>').description('End a room at once; the copy stays'))
    .requiredOption('--because <reason>', 'why it ends')
    .action(end);
  addRoomReleases(room);
  addPeople(room);
  common(room.command('comments <room>').description('Comments, internal and shared')).action(comments);
  writing(room.command('comment <room> <text>').description('Say something; internal unless it is shared'))
    .addOption(choice('--audience <audience>', 'who reads it', AUDIENCES).default('internal'))
    .option('--release <id>', 'about one released thing')
    .action(comment);
  common(room.command('reads <room>').description('Every read of the audit firm, newest first')).action(
    reads,
  );
}

function addPeople(room: Command): void {
  common(room.command('auditors <room>').description('Who of the audit firm is in or invited')).action(
    auditors,
  );
  writing(room.command('invite <room> <email>').description('Invite somebody of the audit firm'))
    .option('--because <reason>', 'why an address of a free provider is theirs')
    .action(invite);
  writing(
    room.command('dismiss <room> <auditor>').description('Take the room from somebody, by their id'),
  ).action(dismiss);
}

async function list(options: CommonOptions): Promise<void> {
  const { client, org, format } = await open(options);
  const { data, sentence } = take(await client['rooms.list']({ params: { org } }));
  printList(
    data,
    [
      { name: 'id', of: (row) => row.id },
      { name: 'title', of: (row) => row.title },
      { name: 'firm', of: (row) => row.firm },
      { name: 'period', of: (row) => `${row.from} to ${row.until}` },
      { name: 'ends', of: (row) => row.ends_on },
      { name: 'state', of: (row) => row.state },
      { name: 'shown', of: (row) => String(row.counts.shown), right: true },
    ],
    format,
  );
  say(sentence);
}

async function show(name: string, options: CommonOptions): Promise<void> {
  const where = await open(options);
  print(await inRoom(where, name), where.format);
}

async function create(title: string, options: Engagement): Promise<void> {
  const where = await open(options);
  const { kind, framework, firm, systems, from, until, ends, control } = options;
  const made = await perform(where, options, {
    route: 'rooms.create',
    input: {
      params: { org: where.org },
      body: { title, kind, framework, firm, systems, from, until, ends_on: ends, controls: control },
    },
    would: `A room ${title} would be opened until ${ends}; nothing would be in it.`,
  });
  if (made) print(made, where.format);
}

async function change(name: string, options: Changes): Promise<void> {
  const where = await open(options);
  const room = await inRoom(where, name);
  const { title, firm, systems, ends, control } = options;
  const made = await perform(where, options, {
    route: 'rooms.change',
    input: {
      params: { org: where.org, room: room.id },
      body: {
        ...(title === undefined ? {} : { title }),
        ...(firm === undefined ? {} : { firm }),
        ...(systems === undefined ? {} : { systems }),
        ...(ends === undefined ? {} : { ends_on: ends }),
        ...(control === undefined ? {} : { controls: control }),
      },
      ifMatch: `"${room.revision}"`,
    },
    would: `${room.title} would be changed.`,
  });
  if (made) print(made, where.format);
}

async function end(name: string, options: WriteOptions & { readonly because: string }): Promise<void> {
  const where = await open(options);
  const room = await inRoom(where, name);
  const made = await perform(where, options, {
    route: 'rooms.end',
    input: { params: { org: where.org, room: room.id }, body: { because: options.because } },
    would: `${room.title} would end; ${room.counts.auditors} would be outside at once.`,
    ask: `End ${room.title} for good?`,
  });
  if (made) print(made, where.format);
}

async function auditors(name: string, options: CommonOptions): Promise<void> {
  const where = await open(options);
  const room = await inRoom(where, name);
  printList(
    take(await where.client['rooms.auditors']({ params: { org: where.org, room: room.id } })).data,
    [
      { name: 'id', of: (row) => row.id },
      { name: 'name', of: (row) => row.name ?? '' },
      { name: 'email', of: (row) => row.email ?? '' },
      { name: 'role', of: (row) => row.role },
      { name: 'state', of: (row) => row.state },
    ],
    where.format,
  );
}

async function invite(
  name: string,
  email: string,
  options: WriteOptions & { readonly because?: string },
): Promise<void> {
  const where = await open(options);
  const room = await inRoom(where, name);
  const { because } = options;
  const made = await perform(where, options, {
    route: 'rooms.invite',
    input: {
      params: { org: where.org, room: room.id },
      body: { email, ...(because === undefined ? {} : { because }) },
    },
    would: `${email} would be invited into ${room.title}.`,
  });
  if (!made) return;
  printOne(
    made,
    [
      ['id', made.id],
      ['state', made.state],
      ['link', made.link],
    ],
    where.format,
  );
  if (made.state === 'invited')
    say(
      made.mailed
        ? `The link was mailed to ${email}.`
        : 'No letter could be sent: hand the link over yourself.',
    );
}

async function dismiss(name: string, auditor: string, options: WriteOptions): Promise<void> {
  const where = await open(options);
  const room = await inRoom(where, name);
  await perform(where, options, {
    route: 'rooms.dismiss',
    input: { params: { org: where.org, room: room.id, auditor } },
    would: `${auditor} would be outside of ${room.title} at once.`,
  });
}

async function comments(name: string, options: CommonOptions): Promise<void> {
  const where = await open(options);
  const room = await inRoom(where, name);
  printList(
    take(await where.client['rooms.comments']({ params: { org: where.org, room: room.id } })).data,
    [
      { name: 'at', of: (row) => row.at },
      { name: 'by', of: (row) => row.by },
      { name: 'side', of: (row) => row.side },
      { name: 'audience', of: (row) => row.audience },
      { name: 'about', of: (row) => row.release ?? '' },
      { name: 'text', of: (row) => row.text },
    ],
    where.format,
  );
}

async function comment(
  name: string,
  text: string,
  options: WriteOptions & { readonly audience: Audience; readonly release?: string },
): Promise<void> {
  const where = await open(options);
  const room = await inRoom(where, name);
  const { audience, release = null } = options;
  await perform(where, options, {
    route: 'rooms.comment',
    input: { params: { org: where.org, room: room.id }, body: { text, audience, release } },
    would:
      audience === 'shared' ? 'The audit firm would read this.' : 'Only the organisation would read this.',
  });
}

async function reads(name: string, options: CommonOptions): Promise<void> {
  const where = await open(options);
  const room = await inRoom(where, name);
  printList(
    take(await where.client['rooms.reads']({ params: { org: where.org, room: room.id } })).data,
    [
      { name: 'at', of: (row) => row.at },
      { name: 'by', of: (row) => row.by },
      { name: 'what', of: (row) => row.what },
      { name: 'release', of: (row) => row.release ?? '' },
      { name: 'title', of: (row) => row.title },
    ],
    where.format,
  );
}

function print(room: Room, format: Parameters<typeof printOne>[2]): void {
  printOne(
    room,
    [
      ['room', room.id],
      ['title', room.title],
      ['firm', room.firm],
      ['framework', room.framework],
      ['period', `${room.from} to ${room.until}`],
      ['controls', room.controls.join(' ')],
      ['state', room.sentence],
    ],
    format,
  );
}
