// Use cases of sample profiles: make, edit, drop. Draws keep the version that they took.
import { sizeRulePointer } from '@assay/contract';
import {
  err,
  isReservedProfile,
  ok,
  ruleFault,
  SIZE_PROFILES,
  type Result,
  type SizeProfile,
} from '@assay/core';
import type { Refusal } from '../../../app/refusal.ts';
import { record } from '../../evidence/evidence.module.ts';
import { documentOf, findProfile, writeProfile, type OwnProfile } from './profiles.repository.ts';
import type { Work } from './order.ts';

/** A profile with its version; 0 is one that comes along. */
export type KnownProfile = SizeProfile & { readonly revision: number };

/** The profile that a name stands for. */
export async function namedProfile(
  { tx, scope }: Pick<Work, 'tx' | 'scope'>,
  name: string,
): Promise<Result<KnownProfile, Refusal>> {
  const builtIn = SIZE_PROFILES.find((each) => each.name === name);
  if (builtIn) return ok({ ...builtIn, revision: 0 });
  const own = await findProfile(tx, scope, name);
  return own ? ok(own) : err(noProfile(name));
}

/** Makes a profile (`ifMatch` `"0"`) or edits the one that stands. */
export async function putProfile(
  work: Work,
  profile: SizeProfile,
  ifMatch: string | undefined,
): Promise<Result<OwnProfile, Refusal>> {
  if (isReservedProfile(profile.name)) return err(reserved(profile.name));
  const fault = ruleFault(profile.rule);
  if (fault) {
    const pointer = `/body/rule${sizeRulePointer(fault.at)}`;
    const message = `expected ${fault.wants}`;
    return err({
      code: 'sample_profile.invalid',
      detail: `${pointer}: ${message}.`,
      errors: [{ pointer, message }],
    });
  }
  const held = await findProfile(work.tx, work.scope, profile.name, true);
  const conflict = changedMeanwhile(held, ifMatch);
  if (conflict) return err(conflict);
  return ok(await write(work, profile, { kind: 'sample_profile.set', deleted: false }));
}

/** Drops a profile; what was drawn by it keeps it. */
export async function dropProfile(
  work: Work,
  name: string,
  ifMatch: string | undefined,
): Promise<Result<true, Refusal>> {
  if (isReservedProfile(name)) return err(reserved(name));
  const held = await findProfile(work.tx, work.scope, name, true);
  if (!held) return err(noProfile(name));
  const conflict = changedMeanwhile(held, ifMatch);
  if (conflict) return err(conflict);
  await write(work, held, { kind: 'sample_profile.dropped', deleted: true });
  return ok(true);
}

async function write(
  work: Work,
  profile: SizeProfile,
  { kind, deleted }: { readonly kind: string; readonly deleted: boolean },
): Promise<OwnProfile> {
  const { tx, scope, now } = work;
  const written = await writeProfile(tx, scope, { profile, deleted, now });
  await record(tx, scope, {
    kind,
    subject: profile.name,
    at: now,
    payload: { ...documentOf(written, deleted), by: scope.principal.name },
  });
  return written;
}

function changedMeanwhile(held: OwnProfile | undefined, ifMatch: string | undefined): Refusal | undefined {
  if (ifMatch === `"${held?.revision ?? 0}"`) return undefined;
  return {
    code: 'request.conflict',
    detail: held
      ? 'The profile was changed meanwhile; look at it again.'
      : 'The profile was dropped meanwhile, or never was; make it new.',
    current: held && documentOf(held, false),
  };
}

function reserved(name: string): Refusal {
  return {
    code: 'sample_profile.reserved',
    detail: `${name} is a name of Assay’s own; what is drawn by it must mean the same everywhere.`,
  };
}

function noProfile(name: string): Refusal {
  return { code: 'sample_profile.not_found', detail: `There is no sample profile ${name}.` };
}
