// Which rows are seen, and under which headings.
import type { StripRow } from './row.ts';
import { STANDING_ORDER, STANDING_WORDS } from './words.ts';

export const STRIP_GROUPINGS = ['none', 'criterion', 'annex', 'owner', 'standing'] as const;
export type StripGrouping = (typeof STRIP_GROUPINGS)[number];

export interface StripFilter {
  /** Words that have to occur in id, name or owner. */
  readonly words?: string | undefined;
  readonly owner?: string | undefined;
  readonly standing?: string | undefined;
  /** Only rows with deviations. */
  readonly deviating?: boolean | undefined;
}

/** Rows that pass every filter, in their order. */
export function filterStrip(rows: readonly StripRow[], filter: StripFilter): readonly StripRow[] {
  const words = (filter.words ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const text = `${row.control} ${row.name} ${row.owner ?? ''}`.toLowerCase();
    return (
      words.every((word) => text.includes(word)) &&
      (filter.owner === undefined || (row.owner ?? '') === filter.owner) &&
      (filter.standing === undefined || row.standing === filter.standing) &&
      (filter.deviating !== true || row.deviations > 0)
    );
  });
}

/** A line of the picture: a heading, or a row; a control stands under each heading that it answers. */
export type StripLine =
  | { readonly kind: 'heading'; readonly key: string; readonly title: string; readonly rows: number }
  | { readonly kind: 'row'; readonly key: string; readonly row: StripRow; readonly at: number };

/** The requirements that can head a group, in the order in which their framework lists them. */
export interface StripCatalogue {
  readonly criteria: readonly { readonly ref: string; readonly title: string }[];
  readonly annex: readonly { readonly ref: string; readonly title: string }[];
}

interface Group {
  readonly key: string;
  readonly title: string;
  readonly rows: readonly StripRow[];
}

/** Lines in reading order. `at` counts the rows alone: it is what arrow keys walk. */
export function stripLines(
  rows: readonly StripRow[],
  by: StripGrouping,
  catalogue: StripCatalogue,
): readonly StripLine[] {
  let at = 0;
  return groupsOf(rows, by, catalogue).flatMap(({ key, title, rows: members }): StripLine[] => [
    ...(title === ''
      ? []
      : [{ kind: 'heading', key: `group ${key}`, title, rows: members.length } satisfies StripLine]),
    ...members.map((row): StripLine => ({ kind: 'row', key: `${key} ${row.control}`, row, at: at++ })),
  ]);
}

function groupsOf(rows: readonly StripRow[], by: StripGrouping, catalogue: StripCatalogue): readonly Group[] {
  switch (by) {
    case 'none':
      return [{ key: '', title: '', rows }];
    case 'criterion':
      return byRequirement(rows, catalogue.criteria);
    case 'annex':
      return byRequirement(rows, catalogue.annex);
    case 'owner':
      return [...Map.groupBy(rows, (row) => row.owner ?? '')]
        .sort(([a], [b]) => Number(a === '') - Number(b === '') || (a < b ? -1 : 1))
        .map(([owner, members]) => ({ key: owner, title: owner === '' ? 'No owner' : owner, rows: members }));
    case 'standing':
      return STANDING_ORDER.map((standing) => ({
        key: standing,
        title: STANDING_WORDS[standing].word,
        rows: rows.filter((row) => row.standing === standing),
      })).filter((group) => group.rows.length > 0);
    default:
      return by satisfies never;
  }
}

/** Requirements in their own order; what answers none of them stands at the end, never left out. */
function byRequirement(
  rows: readonly StripRow[],
  requirements: readonly { readonly ref: string; readonly title: string }[],
): readonly Group[] {
  const known = new Set(requirements.map(({ ref }) => ref));
  const groups = requirements.map(({ ref, title }) => ({
    key: ref,
    title: `${ref.slice(ref.indexOf('/') + 1)} ${title}`,
    rows: rows.filter((row) => row.answers.includes(ref)),
  }));
  const rest = rows.filter((row) => !row.answers.some((ref) => known.has(ref)));
  return [...groups, { key: 'rest', title: 'Answers none of them', rows: rest }].filter(
    (group) => group.rows.length > 0,
  );
}
