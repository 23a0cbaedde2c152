// assay role list|give|end: who has which role from which day, in the one record of roles.
import { OWNER_ROLES, type OwnerRole, type PlainDate } from '@assay/core';
import type { Command } from 'commander';
import { take, takeWithTag } from '../connection.ts';
import { CommandEnd, EXIT } from '../exit.ts';
import { choice, day } from '../options.ts';
import { printList, say } from '../output.ts';
import { perform } from '../write.ts';
import { told, type RecordAnswer } from './isms.shared.ts';
import { common, open, writing, type CommonOptions, type Open, type WriteOptions } from './shared.ts';

type Holding = Extract<RecordAnswer['record'], { kind: 'roles' }>['roles'][number];

export function addRoleCommands(program: Command): void {
  const role = program.command('role').description('Roles and authorities (ISO/IEC 27001 5.3)');
  common(role.command('list').description('Roles, what each may decide, and who has it')).action(list);
  writing(role.command('give').description('Give somebody a role; the record is then to be approved again'))
    .addOption(choice('--role <role>', 'the role', OWNER_ROLES).makeOptionMandatory())
    .requiredOption('--to <name>', 'who gets it')
    .addOption(day('--from <day>', 'first day').makeOptionMandatory())
    .option('--authority <text>', 'what it may decide; needed for a role that nobody had')
    .action(give);
  writing(role.command('end').description('End somebody’s role'))
    .addOption(choice('--role <role>', 'the role', OWNER_ROLES).makeOptionMandatory())
    .requiredOption('--of <name>', 'who has it')
    .addOption(day('--until <day>', 'first day without it').makeOptionMandatory())
    .action(end);
}

async function list(options: CommonOptions): Promise<void> {
  const where = await open(options);
  const { record, held } = await rolesOf(where);
  printList(
    record.flatMap(({ role, authority, people }) => people.map((each) => ({ role, authority, ...each }))),
    [
      { name: 'role', of: (row) => row.role },
      { name: 'who', of: (row) => row.name },
      { name: 'from', of: (row) => row.from },
      { name: 'until', of: (row) => row.until },
      { name: 'authority', of: (row) => row.authority },
    ],
    where.format,
  );
  say(
    held?.approval
      ? `Approved by ${held.approval.by}.`
      : 'Nobody has approved these roles, so they give no authority.',
  );
}

interface GiveOptions extends WriteOptions {
  readonly role: OwnerRole;
  readonly to: string;
  readonly from: PlainDate;
  readonly authority?: string;
}

async function give(options: GiveOptions): Promise<void> {
  const where = await open(options);
  const { role, to, from, authority } = options;
  const { record, held } = await rolesOf(where);
  const own = record.find((each) => each.role === role);
  if (!own && authority === undefined)
    throw new CommandEnd(
      EXIT.usage,
      `Nobody had the role ${role}.`,
      'Say with --authority what it may decide.',
    );
  const next: Holding = {
    role,
    authority: authority ?? own?.authority ?? '',
    people: [...(own?.people ?? []), { name: to, from, until: null }],
  };
  const roles = [...record.filter((each) => each.role !== role), next];
  await write(where, options, { held, roles, would: `${to} would have the role ${role} from ${from}.` });
}

async function end(
  options: WriteOptions & { readonly role: OwnerRole; readonly of: string; readonly until: PlainDate },
): Promise<void> {
  const where = await open(options);
  const { record, held } = await rolesOf(where);
  const { role, of, until } = options;
  const has = (each: Holding): boolean =>
    each.role === role && each.people.some(({ name, until: last }) => name === of && last === null);
  if (!record.some(has)) throw new CommandEnd(EXIT.notFound, `${of} does not have the role ${role}.`);
  const roles = record.map((each) =>
    has(each)
      ? {
          ...each,
          people: each.people.map((person) =>
            person.name === of && person.until === null ? { ...person, until } : person,
          ),
        }
      : each,
  );
  await write(where, options, { held, roles, would: `${of} would have the role ${role} until ${until}.` });
}

/** The roles as they stand; none where nobody has written them down. */
async function rolesOf({ client, org }: Open) {
  const { data } = take(await client['isms.list']({ params: { org }, query: { kind: 'roles' } }));
  const [held] = data;
  return { held, record: held?.record.kind === 'roles' ? held.record.roles : [] };
}

async function write(
  where: Open,
  options: WriteOptions,
  next: { readonly held: RecordAnswer | undefined; readonly roles: Holding[]; readonly would: string },
): Promise<void> {
  const { client, org } = where;
  const body = { kind: 'roles' as const, roles: next.roles };
  const { would } = next;
  if (!next.held) {
    const made = await perform(where, options, {
      route: 'isms.add',
      input: { params: { org }, body },
      would,
    });
    if (made) told(where, made, 'The roles are written down; nobody has approved them.');
    return;
  }
  const params = { org, record: next.held.id };
  const { etag } = takeWithTag(await client['isms.read']({ params }));
  const done = await perform(where, options, {
    route: 'isms.replace',
    input: { params, ifMatch: etag, body },
    would,
  });
  if (done) told(where, done, `The roles stand at version ${done.revision}, which is not approved.`);
}
