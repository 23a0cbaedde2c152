// assay room releases|candidates|release|withdraw|preview: what goes into a room, and what the audit firm gets.
import { RELEASE_KINDS, type ReleaseKind } from '@assay/core';
import { InvalidArgumentError, type Command } from 'commander';
import { take } from '../connection.ts';
import { printList, printOne, say } from '../output.ts';
import { perform } from '../write.ts';
import { inRoom } from './room.shared.ts';
import { common, open, writing, type CommonOptions, type WriteOptions } from './shared.ts';

export function addRoomReleases(room: Command): void {
  common(
    room.command('releases <room>').description('What was released, and when it was first viewed'),
  ).action(releases);
  common(room.command('candidates <room>').description('What belongs into the room and is not in it')).action(
    candidates,
  );
  writing(
    room
      .command('release <room> <things...>')
      .description('Release E-12, POL-04, SOA-2 or a control’s days (C-07)'),
  ).action(release);
  writing(room.command('withdraw <room> <release>').description('Take back what nobody has opened yet'))
    .requiredOption('--because <reason>', 'why it is taken back')
    .action(withdraw);
  common(
    room.command('preview <room> [release]').description('What the audit firm gets, byte for byte'),
  ).action(preview);
}

async function releases(name: string, options: CommonOptions): Promise<void> {
  const where = await open(options);
  const room = await inRoom(where, name);
  printList(
    take(await where.client['rooms.releases']({ params: { org: where.org, room: room.id } })).data,
    [
      { name: 'release', of: (row) => row.id },
      { name: 'thing', of: (row) => row.thing },
      { name: 'title', of: (row) => row.title },
      { name: 'state', of: (row) => row.state },
      { name: 'released_at', of: (row) => row.released_at },
      { name: 'first_viewed', of: (row) => row.first_viewed ?? '' },
    ],
    where.format,
  );
}

async function candidates(name: string, options: CommonOptions): Promise<void> {
  const where = await open(options);
  const room = await inRoom(where, name);
  printList(
    take(await where.client['rooms.candidates']({ params: { org: where.org, room: room.id } })).data,
    [
      { name: 'thing', of: (row) => row.id },
      { name: 'kind', of: (row) => row.kind },
      { name: 'title', of: (row) => row.title },
      { name: 'controls', of: (row) => row.controls.join(' ') },
      { name: 'from', of: (row) => row.from },
      { name: 'note', of: (row) => row.note },
    ],
    where.format,
  );
}

async function release(name: string, things: readonly string[], options: WriteOptions): Promise<void> {
  const where = await open(options);
  const room = await inRoom(where, name);
  const made = await perform(where, options, {
    route: 'rooms.release',
    input: {
      params: { org: where.org, room: room.id },
      body: { things: things.map((id) => ({ kind: kindOf(id), id })) },
    },
    would: `${things.join(', ')} would be released into ${room.title}.`,
  });
  if (!made) return;
  printList(
    made.data,
    [
      { name: 'release', of: (row) => row.id },
      { name: 'thing', of: (row) => row.thing },
      { name: 'title', of: (row) => row.title },
      { name: 'digest', of: (row) => row.digest },
    ],
    where.format,
  );
  say('It can be taken back until somebody of the audit firm opens it.');
}

async function withdraw(
  name: string,
  id: string,
  options: WriteOptions & { readonly because: string },
): Promise<void> {
  const where = await open(options);
  const room = await inRoom(where, name);
  await perform(where, options, {
    route: 'rooms.withdraw',
    input: { params: { org: where.org, room: room.id, release: id }, body: { because: options.because } },
    would: `${id} would be taken back from ${room.title}.`,
  });
}

async function preview(name: string, id: string | undefined, options: CommonOptions): Promise<void> {
  const where = await open(options);
  const room = await inRoom(where, name);
  const params = { org: where.org, room: room.id };
  if (id !== undefined) {
    const item = take(await where.client['rooms.preview_item']({ params: { ...params, release: id } }));
    printOne(
      item,
      [
        ['release', item.id],
        ['thing', item.thing],
        ['title', item.title],
        ['controls', item.controls.join(' ')],
        ['digest', item.digest],
      ],
      where.format,
    );
    return;
  }
  const desk = take(await where.client['rooms.preview']({ params }));
  printList(
    desk.items,
    [
      { name: 'release', of: (row) => row.id },
      { name: 'thing', of: (row) => row.thing },
      { name: 'title', of: (row) => row.title },
      { name: 'controls', of: (row) => row.controls.join(' ') },
    ],
    where.format,
  );
  say(desk.sentence);
}

const FORMS: readonly (readonly [RegExp, ReleaseKind])[] = [
  [/^E-\d+$/i, 'evidence'],
  [/^POL-\d+(@\d+)?$/i, 'policy'],
  [/^SOA-\d+$/i, 'statement'],
  [/^C-\d+$/i, 'control'],
];

function kindOf(id: string): ReleaseKind {
  const found = FORMS.find(([form]) => form.test(id));
  if (found) return found[1];
  throw new InvalidArgumentError(
    `${id} is none of ${RELEASE_KINDS.join(', ')}: E-12, POL-04, SOA-2 or C-07.`,
  );
}
