// assay member disable|enable: who may sign in to this server at all.
import type { Command } from 'commander';
import { say } from '../output.ts';
import { perform } from '../write.ts';
import { open, writing, type WriteOptions } from './shared.ts';

export function addDisablingCommands(member: Command): void {
  writing(
    member
      .command('disable <person>')
      .description('Let somebody sign in no more, anywhere on this server; by id or address'),
  ).action(disable);
  writing(
    member.command('enable <person>').description('Let somebody sign in again; by id or address'),
  ).action(enable);
}

async function disable(person: string, options: WriteOptions): Promise<void> {
  const done = await perform(await open(options), options, {
    route: 'people.disable',
    input: { params: { person } },
    would: `${person} would sign in no more; open sessions would end.`,
  });
  if (done) say(`${done.name} signs in no more; every session of theirs has ended.`);
}

async function enable(person: string, options: WriteOptions): Promise<void> {
  const done = await perform(await open(options), options, {
    route: 'people.enable',
    input: { params: { person } },
    would: `${person} would sign in again.`,
  });
  if (done) say(`${done.name} signs in again.`);
}
