// Asking for an organisation's end, and taking it back. There is one record of it, version by version in the ledger.
import { dateOfInstant, endingAsked, err, isOwner, ok, type Result } from '@assay/core';
import type { Refusal } from '../../../app/refusal.ts';
import { findOrganisation } from '../access.repository.ts';
import { listAccess } from '../members.repository.ts';
import { writeAccess } from '../members.usecases.ts';
import { accessOf, heldBy } from '../people/access.readmodel.ts';
import type { Work } from '../people/work.ts';
import { addressesOf } from '../sessions.repository.ts';
import { readEnding, type EndingDocument } from './ending.document.ts';
import { endingLetter, keptLetter } from './letters.ts';

/** An organisation ends once: its record has this name. */
const THING = 'organisation';

export async function endingOf({
  deps,
  scope,
}: Pick<Work, 'deps' | 'scope'>): Promise<EndingDocument | undefined> {
  const all = await deps.db.inOrganisation(scope.org, (tx) => listAccess(tx, scope));
  const found = all.find(({ kind }) => kind === 'ending');
  const ending = found && readEnding(found.document);
  return ending?.state === 'asked' ? ending : undefined;
}

export async function askEnding(
  work: Work,
  asked: { readonly name: string; readonly days: number },
): Promise<Result<true, Refusal>> {
  const { deps, scope, now } = work;
  const held = await deps.db.inOrganisation(scope.org, (tx) => findOrganisation(tx, scope));
  if (!held) return err({ code: 'organisation.not_found', detail: 'The organisation is gone.' });
  if (held.demo)
    return err({
      code: 'organisation.demo',
      detail: 'A demo organisation is deleted at once; nothing in it is anybody’s.',
    });
  if (asked.name !== held.settings.name)
    return err({
      code: 'organisation.name_differs',
      detail: `The organisation is called ${held.settings.name}; type that to say that you mean it.`,
      errors: [{ pointer: '/body/name', message: 'is not the name of the organisation' }],
    });
  const before = await endingOf(work);
  if (before)
    return err({
      code: 'organisation.ending',
      detail: `${before.asked_by_name} asked for it already: it ends on ${before.ends_on}.`,
    });
  const { endsOn, seenOn, seenDays } = endingAsked(dateOfInstant(now), asked.days);
  const document: EndingDocument = {
    state: 'asked',
    asked_by: scope.principal.id,
    asked_by_name: scope.principal.name,
    asked_at: now,
    delay_days: asked.days,
    ends_on: endsOn,
    seen_on: seenOn,
    seen_days: seenDays,
  };
  await writeEnding(work, document);
  const place = { organisation: held.settings.name, slug: scope.slug, origin: deps.mail.origin };
  await tellOwners(work, (to) => endingLetter({ to, ending: document, ...place }));
  return ok(true);
}

export async function takeBackEnding(work: Work): Promise<Result<true, Refusal>> {
  const { deps, scope } = work;
  const ending = await endingOf(work);
  if (!ending)
    return err({ code: 'organisation.not_ending', detail: 'Nobody has asked that the organisation ends.' });
  await writeEnding(work, { ...ending, state: 'taken_back' });
  const held = await deps.db.inOrganisation(scope.org, (tx) => findOrganisation(tx, scope));
  const place = {
    organisation: held?.settings.name ?? scope.slug,
    slug: scope.slug,
    origin: deps.mail.origin,
  };
  await tellOwners(work, (to) => keptLetter({ to, ending, by: scope.principal.name, ...place }));
  return ok(true);
}

export function writeEnding({ deps, scope, now }: Work, document: EndingDocument): Promise<void> {
  return writeAccess(deps, scope, { kind: 'ending', thing: THING, document }, now);
}

/** Each owner who has an address, once it is true; a letter that is not taken keeps nothing back: the banner says it too. */
async function tellOwners(
  work: Work,
  letter: (to: string) => Parameters<Work['deps']['mail']['send']>[0],
): Promise<void> {
  const { deps } = work;
  const access = await accessOf(work);
  const owners = access.members.filter(({ is }) => is.state === 'active' && isOwner(heldBy(access, is)));
  const own = await deps.db.inIdentity((tx) =>
    addressesOf(
      tx,
      owners.map(({ id }) => id),
    ),
  );
  const to = new Set(owners.flatMap(({ id, is }) => own.get(id) ?? is.email ?? []));
  await deps.db.afterCommit(async () => {
    await Promise.allSettled([...to].map((each) => deps.mail.send(letter(each))));
  });
}
