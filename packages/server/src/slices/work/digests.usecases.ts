// Use cases of digests: send those that are due, end one by its address. One digest a day a person, whoever sends.
import { err, isDigestDue, ok, rolesToLookAfter, workOf, type Result, type Roles } from '@assay/core';
import type { Deps } from '../../app/deps.ts';
import type { Refusal } from '../../app/refusal.ts';
import { newSecret, sameSecret, sha256Hex } from '../../platform/crypto.ts';
import type { Tx } from '../../platform/postgres/database.ts';
import { membersOf, memberScope, type HeldAddress } from '../access/access.module.ts';
import { record } from '../evidence/evidence.module.ts';
import { approvedRoles } from '../isms/isms.module.ts';
import { htmlOf, subjectOf, textOf, type Told } from './digest.letter.ts';
import {
  claimDigest,
  digestTokens,
  dropDigest,
  lastDigests,
  listPreferences,
  NO_PREFERENCES,
  putPreferences,
  type Preferences,
} from './preferences.repository.ts';
import { everything, type Asked, type Everything } from './work.readmodel.ts';

interface Sending extends Asked {
  readonly deps: Deps;
}

export interface Sent {
  readonly sent: number;
  readonly notDue: number;
  readonly nothingToSay: number;
  readonly failed: number;
}

type Outcome = keyof Sent;

/** Sends every digest that is due. Mail that fails for one keeps nobody else from theirs; when all fail it is refused. */
export async function sendDigests(
  sending: Sending & { readonly tx: Tx },
  organisation: string,
): Promise<Result<Sent, Refusal>> {
  const { tx, deps, scope } = sending;
  const members = await membersOf(tx, scope);
  const all = await everything(tx, sending);
  const last = await lastDigests(tx, scope);
  const roles = await approvedRoles(tx, scope);
  const counts = { sent: 0, notDue: 0, nothingToSay: 0, failed: 0 };
  for (const [person, wanted] of await listPreferences(tx, scope)) {
    const name = members.get(person);
    if (name === undefined || wanted.email === null) continue;
    const due = isDigestDue(wanted.digest, last.get(person), all.state.today);
    const outcome = due
      ? await sendOne(sending, tx, { person, name, roles, wanted, all, organisation })
      : 'notDue';
    counts[outcome] += 1;
  }
  return counts.failed > 0 && counts.sent === 0
    ? err({
        code: 'mail.failed',
        detail: `None of ${counts.failed} digests could be sent by ${deps.mail.where}.`,
      })
    : ok(counts);
}

async function sendOne(
  { deps, scope, now }: Sending,
  tx: Tx,
  to: {
    readonly person: string;
    readonly name: string;
    /** Who has which role, where somebody approved that. */
    readonly roles: Roles | undefined;
    readonly wanted: Preferences;
    readonly all: Everything;
    readonly organisation: string;
  },
): Promise<Outcome> {
  const { person, name, wanted, all } = to;
  const { today } = all.state;
  // What they chose goes first; who chose nothing is told of the roles that the company gave them.
  const given =
    to.roles && wanted.roles.length === 0 ? rolesToLookAfter(to.roles, name, today) : wanted.roles;
  const work = workOf(all.tasks, all.marks, { roles: given, today, name });
  if (work.shown.length === 0) return 'nothingToSay';
  const token = newSecret();
  const claim = { person, day: today, tokenHash: sha256Hex(token), at: now };
  if (!(await claimDigest(tx, scope, claim))) return 'notDue';
  const { origin } = deps.mail;
  const told: Told = {
    organisation: to.organisation,
    address: `${origin}/o/${scope.slug}/work`,
    settings: `${origin}/o/${scope.slug}/settings`,
    work,
    today,
  };
  // Before the commit: a crash in between repeats a letter, under the same Message-ID, and never loses one.
  try {
    await deps.mail.send({
      to: wanted.email ?? '',
      subject: subjectOf(told),
      text: textOf(told),
      html: htmlOf(told),
      id: `digest.${today}.${person}.${scope.org}@assay`,
      unsubscribe: `${origin}/v1/unsubscribe/${scope.slug}/${person}/${token}`,
    });
  } catch {
    // Nobody was told: the day is free again.
    await dropDigest(tx, scope, claim);
    return 'failed';
  }
  await record(tx, scope, {
    kind: 'digest.sent',
    subject: person,
    at: now,
    payload: { person, day: today, tasks: work.shown.length, by: scope.principal.name },
  });
  return 'sent';
}

/** Sets how somebody is told of work. */
export async function prefer({ deps, scope, now }: Sending, wanted: Preferences): Promise<Preferences> {
  return deps.db.inOrganisation(scope.org, async (tx) => {
    await putPreferences(tx, scope, scope.principal.id, wanted);
    await record(tx, scope, {
      kind: 'work.preferred',
      subject: scope.principal.id,
      at: now,
      payload: { digest: wanted.digest, roles: [...wanted.roles], by: scope.principal.name },
    });
    return wanted;
  });
}

/** Ends the digest of whoever holds an address that was sent to them. */
export async function unsubscribe(deps: Deps, address: HeldAddress): Promise<Result<undefined, Refusal>> {
  const now = deps.clock.now();
  const scope = await deps.db.inIdentity((tx) => memberScope(tx, address, 'work.read'));
  if (!scope) return err(NO_ADDRESS);
  const hash = sha256Hex(address.token);
  return deps.db.inOrganisation(scope.org, async (tx) => {
    // Every one is compared, so that the time says nothing of which.
    const matches = (await digestTokens(tx, scope, address.person)).filter((each) => sameSecret(each, hash));
    if (matches.length === 0) return err(NO_ADDRESS);
    const held = (await listPreferences(tx, scope)).get(address.person) ?? NO_PREFERENCES;
    await putPreferences(tx, scope, address.person, { ...held, digest: 'none' });
    await record(tx, scope, {
      kind: 'work.preferred',
      subject: address.person,
      at: now,
      payload: { digest: 'none', roles: [...held.roles], by: 'the address in a digest' },
    });
    return ok(undefined);
  });
}

export const NO_ADDRESS: Refusal = {
  code: 'feed.not_found',
  detail: 'The address was never given, was revoked, or its holder left.',
};
