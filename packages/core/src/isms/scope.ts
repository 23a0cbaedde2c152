// The scope of each framework (ISO/IEC 27001:2022, 4.3; the system of a SOC 2 description) and what holds on a day.
import { inTurn, wordOf, type FrameworkId } from '../frameworks/index.ts';
import type { PlainDate } from '../kernel/index.ts';
import { isBlank, remarks, when, type IsmsLint, type IsmsRule } from './lint.ts';

export interface Scope {
  readonly framework: FrameworkId;
  readonly statement: string;
  readonly boundaries: readonly string[];
  readonly sites: readonly string[];
  readonly systems: readonly string[];
  /** What evidence, collectors and schedules call a system, where that is not its own name; an older version has none. */
  readonly names?: readonly { readonly system: string; readonly name: string }[] | undefined;
  /** Where the scope meets what is done by others, inside or outside the company. */
  readonly interfaces: readonly { readonly with: string; readonly what: string }[];
  readonly exclusions: readonly { readonly what: string; readonly because: string }[];
  /** The day from which it is in force. */
  readonly from: PlainDate;
}

/** A version of a scope; only what was approved is ever in force. */
export interface ScopeVersion {
  readonly scope: Scope;
  readonly approved: boolean;
}

/** The scope whose turn it is for a framework on a day (`inTurn`). Undefined: no scope was in force. */
export function scopeInForce(
  versions: readonly ScopeVersion[],
  framework: FrameworkId,
  day: PlainDate,
): Scope | undefined {
  const own = versions.flatMap(({ scope, approved }) =>
    approved && scope.framework === framework ? [scope] : [],
  );
  return inTurn(own).findLast(({ from }) => from <= day)?.version;
}

export function scopeLints(scope: Scope): readonly IsmsLint[] {
  return remarks(RULES, scope);
}

const RULES: readonly IsmsRule<Scope>[] = [
  {
    code: 'scope.no_statement',
    clause: '4.3',
    blocks: true,
    finds: ({ statement }) => when(isBlank(statement), 'The scope says nothing.'),
    remedy: 'Write the sentence that is to stand on the certificate or in the description of the system.',
  },
  {
    code: 'scope.no_boundary',
    clause: '4.3',
    blocks: true,
    finds: ({ boundaries, sites, systems }) =>
      when(boundaries.length + sites.length + systems.length === 0, 'Nothing says where the scope ends.'),
    remedy: 'Name boundaries, sites or systems.',
  },
  {
    code: 'scope.no_interface',
    clause: '4.3',
    blocks: false,
    finds: ({ interfaces }) => when(interfaces.length === 0, 'No interface or dependency is named.'),
    remedy: 'Name what others do for you: hosting, payroll, support, a parent company.',
  },
  {
    code: 'scope.exclusion_without_reason',
    clause: '4.3',
    blocks: true,
    finds: ({ exclusions }) =>
      exclusions
        .filter(({ because }) => isBlank(because))
        .map(({ what }) => `“${what}” is left out without a reason.`),
    remedy: 'Say why it lies outside, and that it does not weaken what lies inside.',
  },
  {
    code: 'scope.name_of_nothing',
    clause: '4.3',
    blocks: true,
    finds: ({ systems, exclusions, names = [] }) => {
      const known = new Set([...systems, ...exclusions.map(({ what }) => what)].map(wordOf));
      return names
        .filter(({ system }) => !known.has(wordOf(system)))
        .map(({ system, name }) => `“${name}” is said to mean “${system}”, which the scope does not name.`);
    },
    remedy: 'Name a system of the list, or what is left out.',
  },
  {
    code: 'scope.name_twice',
    clause: '4.3',
    blocks: true,
    finds: ({ names = [] }) => {
      const meant = Map.groupBy(names, ({ name }) => wordOf(name));
      return [...meant.values()]
        .filter((own) => new Set(own.map(({ system }) => wordOf(system))).size > 1)
        .map((own) => `“${own[0]?.name ?? ''}” means ${own.map(({ system }) => system).join(' and ')}.`);
    },
    remedy: 'Let a name mean one system: what evidence of it shows has to count somewhere.',
  },
];
