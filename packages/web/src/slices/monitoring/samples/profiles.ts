// Sample profiles as the web reads them, and what makes, edits and drops them with a way back.
import { allPages, sizeRuleOf, sizeRuleText, type Output, type Routes } from '@assay/contract';
import { SIZE_PROFILES, type SizeProfile } from '@assay/core';
import { api, useChange, useOrg } from '../../../data/api.ts';

/** A profile with its version; 0 is one that comes along. */
export interface Profile extends SizeProfile {
  readonly revision: number;
  readonly builtIn: boolean;
  /** Who wrote the version that stands, and when; null for one that comes along. */
  readonly changed: { readonly by: string; readonly at: string } | null;
}

/** Those that come along, then the organisation's own; only the former until the latter are read. */
export function useProfiles(org: string): readonly Profile[] {
  const read = useOrg(org, ['sample-profiles'], () =>
    allPages((page) => api['sample_profiles.list']({ params: { org }, query: page })),
  );
  return read.data?.data.map(profileOf) ?? BUILT_IN;
}

/** What can be done with a profile; each says what was done and offers to undo it. */
export function useProfileActs(org: string) {
  const change = useChange(org);
  const put = ({ name, title, rule, source }: SizeProfile, revision: number) =>
    api['sample_profiles.put']({
      params: { org, profile: name },
      body: { title, rule: sizeRuleText(rule), source },
      ifMatch: `"${revision}"`,
    });
  const drop = (name: string, revision: number) =>
    api['sample_profiles.drop']({ params: { org, profile: name }, ifMatch: `"${revision}"` });
  return {
    /** Makes a profile, or edits `held`. */
    save: (next: SizeProfile, held: Profile | undefined): void => {
      let written = 0;
      change.mutate({
        act: async () => {
          const done = await put(next, held?.revision ?? 0);
          if (done.ok) written = done.value.data.revision;
          return done;
        },
        done: held
          ? `${next.title} is edited; what was drawn by it keeps the version that it took.`
          : `${next.title} stands beside the others.`,
        undo: () => (held ? put(held, written) : drop(next.name, written)),
      });
    },
    drop: (held: Profile): void =>
      change.mutate({
        act: () => drop(held.name, held.revision),
        done: `${held.title} is dropped; what was drawn by it keeps it.`,
        undo: () => put(held, 0),
      }),
  };
}

function profileOf(row: Output<Routes['sample_profiles.put']>): Profile {
  const { name, title, source, revision, built_in: builtIn, changed_by: by, changed_at: at } = row;
  const changed = by === null || at === null ? null : { by, at };
  return { name, title, source, revision, builtIn, changed, rule: sizeRuleOf(row.rule) };
}

const BUILT_IN: readonly Profile[] = SIZE_PROFILES.map((each) => ({
  ...each,
  revision: 0,
  builtIn: true,
  changed: null,
}));
