// Users and groups as SCIM writes them (RFC 7643 4.1, 4.2), and as they are kept.
import { scimGroupIn, scimUserIn } from '@assay/contract';
import { booleanOf, err, ok, type Instant, type Result } from '@assay/core';
import type { z } from 'zod';
import type { Refusal } from '../../../app/refusal.ts';
import type { GroupDocument, ProvisionedDocument } from './documents.ts';

export type UserSaid = z.infer<typeof scimUserIn>;
export type GroupSaid = z.infer<typeof scimGroupIn>;

/** What was said, over what is kept; who is not said to be inactive is active. */
export function readUser(
  said: UserSaid,
  before: ProvisionedDocument | undefined,
  now: Instant,
): ProvisionedDocument {
  const emails = (said.emails ?? []).flatMap(({ value, type, primary }) =>
    value ? [{ value, type: type ?? null, primary: booleanOf(primary) ?? false }] : [],
  );
  return {
    source: 'scim',
    user_name: said.userName,
    external_id: said.externalId ?? null,
    given_name: said.name?.givenName ?? null,
    family_name: said.name?.familyName ?? null,
    display_name: said.displayName ?? said.name?.formatted ?? null,
    emails,
    active: booleanOf(said.active) ?? before?.active ?? true,
    given: before?.given ?? [],
    created_at: before?.created_at ?? now,
    state: 'active',
  };
}

export function readGroup(said: GroupSaid, before: GroupDocument | undefined, now: Instant): GroupDocument {
  return {
    display_name: said.displayName,
    external_id: said.externalId ?? null,
    members: [...new Set((said.members ?? []).map(({ value }) => value))],
    created_at: before?.created_at ?? now,
    state: 'active',
  };
}

/** As the standard writes it, without what the server adds. */
export function asUser(user: ProvisionedDocument): Readonly<Record<string, unknown>> {
  const { given_name: givenName, family_name: familyName } = user;
  const name = {
    ...(givenName === null ? {} : { givenName }),
    ...(familyName === null ? {} : { familyName }),
  };
  return {
    userName: user.user_name,
    ...(user.external_id === null ? {} : { externalId: user.external_id }),
    name,
    ...(user.display_name === null ? {} : { displayName: user.display_name }),
    emails: user.emails.map(({ value, type, primary }) => ({
      value,
      ...(type === null ? {} : { type }),
      primary,
    })),
    active: user.active,
  };
}

export function asGroup(group: GroupDocument): Readonly<Record<string, unknown>> {
  return {
    displayName: group.display_name,
    ...(group.external_id === null ? {} : { externalId: group.external_id }),
    members: group.members.map((value) => ({ value })),
  };
}

export function userFrom(thing: unknown): Result<UserSaid, Refusal> {
  return taken(scimUserIn.safeParse(thing));
}

export function groupFrom(thing: unknown): Result<GroupSaid, Refusal> {
  return taken(scimGroupIn.safeParse(thing));
}

function taken<T>(parsed: z.ZodSafeParseResult<T>): Result<T, Refusal> {
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  return err({
    code: 'scim.invalid_value',
    detail: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not valid'}.`,
  });
}
