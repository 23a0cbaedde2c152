// assay member list|left|invite|invitations|withdraw|change|end|propose-owner|ownership|keep-ownership|disable|enable|roles|make-role|change-role|
// end-role: who belongs, in which role.
import type { Permission } from '@assay/core';
import type { Command } from 'commander';
import { take } from '../connection.ts';
import { CommandEnd, EXIT } from '../exit.ts';
import { printList, printOne, say } from '../output.ts';
import { perform } from '../write.ts';
import { addDisablingCommands } from './disabling.ts';
import { grantOf, permissionsOf, type GrantText } from './grantTexts.ts';
import { memberCalled } from './memberCalled.ts';
import { addOwnershipCommands } from './ownership.ts';
import { common, open, writing, type CommonOptions, type WriteOptions } from './shared.ts';

export function addMemberCommands(program: Command): void {
  const member = program.command('member').description('Who belongs to the organisation, in which role');
  common(member.command('list').description('Members, with what they hold')).action(list);
  grants(
    writing(member.command('invite <email>').description('Invite somebody; prints a link that works once')),
  ).action(invite);
  common(member.command('invitations').description('Invitations, open and past')).action(invitations);
  writing(member.command('withdraw <id>').description('Withdraw an invitation that is open')).action(
    withdraw,
  );
  grants(
    writing(
      member.command('change <member>').description('Change what a member holds; by id, name or address'),
    ),
  ).action(change);
  common(
    member
      .command('left')
      .description('Who left, and when: -o csv gives the list for the population of leavers'),
  ).action(left);
  writing(member.command('end <member>').description('End a member; by id, name or address')).action(end);
  common(member.command('roles').description('Every role and what it permits')).action(roles);
  permits(writing(member.command('make-role <title>').description('Make a role of your own'))).action(
    makeRole,
  );
  permits(writing(member.command('change-role <role>').description('Change a role of your own'))).action(
    changeRole,
  );
  addOwnershipCommands(member);
  addDisablingCommands(member);
  writing(member.command('end-role <role>').description('End a role that nobody holds')).action(endRole);
}

function grants(command: Command): Command {
  return command.requiredOption(
    '--role <roles...>',
    'role, or role@framework:ID, role@system:NAME to reach no further',
    (text: string, before: GrantText[] | undefined) => [...(before ?? []), grantOf(text)],
  );
}

function permits(command: Command): Command {
  return command
    .requiredOption(
      '--permits <list>',
      'permissions, separated by commas; assay member roles lists them',
      permissionsOf,
    )
    .option('--about <text>', 'what it is for', '')
    .option('--title <title>', 'another title');
}

async function list(options: CommonOptions): Promise<void> {
  const { client, org, format } = await open(options);
  printList(
    take(await client['members.list']({ params: { org } })).data,
    [
      { name: 'id', of: (row) => row.id },
      { name: 'name', of: (row) => row.name },
      { name: 'email', of: (row) => row.email ?? '' },
      {
        name: 'roles',
        of: (row) => row.roles.map(({ title, within }) => title + reached(within)).join(', '),
      },
      { name: 'state', of: (row) => (row.disabled ? 'disabled' : row.state) },
    ],
    format,
  );
}

async function left(options: CommonOptions): Promise<void> {
  const { client, org, format } = await open(options);
  printList(
    take(await client['members.left']({ params: { org } })).data,
    [
      { name: 'key', of: (row) => row.key },
      { name: 'left on', of: (row) => row.left_at.slice(0, 10) },
      { name: 'access removed on', of: (row) => row.left_at.slice(0, 10) },
      { name: 'name', of: (row) => row.name },
      { name: 'by', of: (row) => row.by },
      { name: 'source', of: (row) => (row.directory ? 'directory' : 'by hand') },
    ],
    format,
  );
}

async function invite(email: string, options: WriteOptions & { readonly role: GrantText[] }): Promise<void> {
  const where = await open(options);
  const made = await perform(where, options, {
    route: 'invitations.create',
    input: { params: { org: where.org }, body: { email, grants: options.role } },
    would: `${email} would be invited.`,
  });
  if (!made) return;
  printOne(
    made,
    [
      ['invitation', made.id],
      ['link', made.link],
      ['until', made.expires_at],
    ],
    where.format,
  );
  say(
    made.mailed
      ? `The link was mailed to ${email}.`
      : 'No letter could be sent: hand the link over yourself.',
  );
}

async function invitations(options: CommonOptions): Promise<void> {
  const { client, org, format } = await open(options);
  printList(
    take(await client['invitations.list']({ params: { org } })).data,
    [
      { name: 'id', of: (row) => row.id },
      { name: 'email', of: (row) => row.email },
      { name: 'roles', of: (row) => row.roles.map(({ title }) => title).join(', ') },
      { name: 'by', of: (row) => row.invited_by },
      { name: 'until', of: (row) => row.expires_at },
      { name: 'state', of: (row) => row.state },
    ],
    format,
  );
}

async function withdraw(id: string, options: WriteOptions): Promise<void> {
  const where = await open(options);
  await perform(where, options, {
    route: 'invitations.withdraw',
    input: { params: { org: where.org, invitation: id } },
    would: `The invitation ${id} would be withdrawn.`,
  });
}

async function change(who: string, options: WriteOptions & { readonly role: GrantText[] }): Promise<void> {
  const where = await open(options);
  const member = await memberCalled(where, who);
  await perform(where, options, {
    route: 'members.change',
    input: {
      params: { org: where.org, member: member.id },
      body: { grants: options.role },
      ifMatch: `"${member.revision}"`,
    },
    would: `${member.name} would hold ${options.role.map(({ role }) => role).join(', ')}.`,
  });
}

async function end(who: string, options: WriteOptions): Promise<void> {
  const where = await open(options);
  const member = await memberCalled(where, who);
  await perform(where, options, {
    route: 'members.end',
    input: { params: { org: where.org, member: member.id } },
    would: `${member.name} would no longer belong to ${where.org}.`,
  });
}

async function roles(options: CommonOptions): Promise<void> {
  const { client, org, format } = await open(options);
  printList(
    take(await client['roles.list']({ params: { org } })).data,
    [
      { name: 'role', of: (row) => row.id },
      { name: 'title', of: (row) => row.title },
      { name: 'held by', of: (row) => String(row.held_by) },
      { name: 'permits', of: (row) => row.permissions.join(', ') },
    ],
    format,
  );
}

interface RoleOptions extends WriteOptions {
  readonly permits: Permission[];
  readonly about: string;
  readonly title?: string;
}

async function makeRole(title: string, options: RoleOptions): Promise<void> {
  const where = await open(options);
  const made = await perform(where, options, {
    route: 'roles.create',
    input: {
      params: { org: where.org },
      body: { title, about: options.about, permissions: options.permits },
    },
    would: `A role ${title} would be made.`,
  });
  if (made)
    printOne(
      made,
      [
        ['role', made.id],
        ['title', made.title],
      ],
      where.format,
    );
}

async function changeRole(id: string, options: RoleOptions): Promise<void> {
  const where = await open(options);
  const { data } = take(await where.client['roles.list']({ params: { org: where.org } }));
  const role = data.find((each) => each.id === id && each.own);
  if (!role)
    throw new CommandEnd(EXIT.notFound, `${id} is no role of your own.`, 'assay member roles lists them.');
  await perform(where, options, {
    route: 'roles.change',
    input: {
      params: { org: where.org, role: id },
      body: {
        title: options.title ?? role.title,
        about: options.about || role.about,
        permissions: options.permits,
      },
      ifMatch: `"${role.revision}"`,
    },
    would: `${role.title} would permit ${options.permits.join(', ')}.`,
  });
}

async function endRole(id: string, options: WriteOptions): Promise<void> {
  const where = await open(options);
  await perform(where, options, {
    route: 'roles.end',
    input: { params: { org: where.org, role: id } },
    would: `The role ${id} would be ended.`,
  });
}

function reached(within: { readonly kind: string; readonly id?: string | undefined }): string {
  return within.id === undefined ? '' : ` for ${within.id}`;
}
