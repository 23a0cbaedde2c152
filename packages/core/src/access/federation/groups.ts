// What groups of a directory come to: each rule gives one role to the people of one group.
import { sameGrant, type Grant } from '../grants.ts';

export interface GroupRule {
  /** The group as the directory names it; capitals do not tell groups apart. */
  readonly group: string;
  readonly grant: Grant;
}

export interface GroupRules {
  /** What somebody gets whom no rule names; null gives nothing. */
  readonly otherwise: Grant | null;
  readonly rules: readonly GroupRule[];
}

/** What somebody of these groups gets, each role once; nothing where no rule names them and nothing is given otherwise. */
export function grantsOfGroups(
  groups: readonly string[],
  { rules, otherwise }: GroupRules,
): readonly Grant[] {
  const names = new Set(groups.map((group) => group.toLowerCase()));
  const named = rules.filter(({ group }) => names.has(group.toLowerCase())).map(({ grant }) => grant);
  if (named.length > 0) return distinct(named);
  return otherwise ? [otherwise] : [];
}

/**
 * What a member holds after the directory spoke again: what it gave before goes, what it gives now comes, and what
 * people of the organisation gave by hand stays.
 */
export function afterDirectory(
  held: readonly Grant[],
  given: { readonly before: readonly Grant[]; readonly now: readonly Grant[] },
): readonly Grant[] {
  const byHand = held.filter((grant) => !given.before.some((each) => sameGrant(each, grant)));
  return distinct([...byHand, ...given.now]);
}

function distinct(grants: readonly Grant[]): readonly Grant[] {
  return grants.filter((grant, at) => grants.findIndex((each) => sameGrant(each, grant)) === at);
}
