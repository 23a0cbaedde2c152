// What a row of a kept statement would decide here: the word, its reasons, how, owner and day. What is not understood is
// kept under its heading; what cannot stand is a fault, in one sentence.
import { isNonEmpty, type PlainDate } from '../../kernel/index.ts';
import { daysOf, isFormula } from '../../tables/index.ts';
import type { Reason, ReasonKind } from '../reason.ts';
import { REASON_KINDS } from '../reason.ts';
import type { RowStanding } from '../row.ts';
import { appliesOf } from './applies.ts';
import type { StatementField } from './headings.ts';
import type { StatementRow } from './rows.ts';

/** What references in a statement are looked up in; undefined for what is not there. */
export interface StatementReferences {
  /** Whether the table is one of our own sheets: what is computed there is not kept as somebody's word. */
  readonly ours: boolean;
  readonly risk: (named: string) => string | undefined;
  readonly obligation: (named: string) => string | undefined;
}

export interface Proposal {
  /** Undefined where the file says neither yes nor no. */
  readonly standing: RowStanding | undefined;
  readonly how: string | undefined;
  readonly owner: string | undefined;
  readonly due: PlainDate | undefined;
  /** By heading: columns that nothing is known of, and what is computed here and was typed in there. */
  readonly custom: Readonly<Record<string, string>>;
  readonly faults: readonly string[];
}

/** Longest texts that a row may hold; what is longer is shortened, and kept whole under its heading. */
const LONGEST = { reason: 500, justification: 2000, how: 4000, owner: 120, heading: 80, kept: 4000 } as const;

/** @param headings how the columns are called in the file, for what is kept of them */
export function proposalOf(
  row: StatementRow,
  headings: ReadonlyMap<StatementField, string>,
  references: StatementReferences,
): Proposal {
  const { said } = row;
  const general = said.inclusion || said.reason || '';
  const read = reasonsOf(row, { general, headings, references });
  const due = daysOf([said.due ?? ''])[0];
  const owner = said.owner ?? '';
  const how = said.how ?? '';
  return {
    standing: standingOf(row, general, read.reasons),
    how: textOr(how, LONGEST.how),
    owner: owner.length > LONGEST.owner ? undefined : textOr(owner, LONGEST.owner),
    due,
    custom: keptOf(row, { headings, ours: references.ours }, [
      ...(due === undefined ? (['due'] as const) : []),
      ...(owner.length > LONGEST.owner ? (['owner'] as const) : []),
      ...(how.length > LONGEST.how ? (['how'] as const) : []),
      ...(general.length > LONGEST.reason ? (['reason', 'inclusion'] as const) : []),
    ]),
    faults: [...read.faults, ...formulas(row, headings)],
  };
}

interface Read {
  readonly reasons: readonly Reason[];
  readonly faults: readonly string[];
}

function standingOf(
  { applies, said, custom }: StatementRow,
  general: string,
  reasons: readonly Reason[],
): RowStanding | undefined {
  if (applies === 'unclear') return undefined;
  if (applies === 'yes')
    return isNonEmpty(reasons)
      ? { is: 'in', reasons }
      : { is: 'unreasoned', because: cut(general, LONGEST.justification) };
  const own = custom.find(({ heading }) => heading.toLowerCase() === OWN)?.text ?? '';
  const why = said.exclusion || own || said.reason || said.inclusion || '';
  return { is: 'out', justification: cut(why, LONGEST.justification) };
}

/** Our own sheets write kinds and references in columns of their own, and the whole reason in this one. */
const OWN = 'justification';

interface Around {
  readonly general: string;
  readonly headings: ReadonlyMap<StatementField, string>;
  readonly references: StatementReferences;
}

function reasonsOf(row: StatementRow, around: Around): Read {
  if (row.applies !== 'yes') return { reasons: [], faults: [] };
  const own = row.custom.find(({ heading }) => heading.toLowerCase() === OWN)?.text ?? '';
  const written = ownWords(own, around.references) ?? ownWords(around.general, around.references);
  if (written !== undefined) return written;
  const kinds = REASON_KINDS.filter((kind) => row.reasons.includes(kind));
  if (kinds.length === 0) return referencesIn('risk', around.general, around.references);
  const reads = kinds.map((kind) => marked(kind, row.said[kind] ?? '', around));
  return { reasons: reads.flatMap(({ reasons }) => reasons), faults: reads.flatMap(({ faults }) => faults) };
}

/** A cell of a column that asks for one kind: references, a sentence, or only a mark. */
function marked(kind: ReasonKind, cell: string, { general, headings, references }: Around): Read {
  const named = kind === 'baseline' ? { reasons: [], faults: [] } : referencesIn(kind, cell, references);
  if (named.reasons.length > 0 || named.faults.length > 0) return named;
  const mark = cell.length < 3 || appliesOf(cell) === 'yes';
  const heading = headings.get(kind) ?? kind;
  const text = mark ? general || `marked in the column “${heading}”` : cell;
  return { reasons: [{ kind, text: cut(text, LONGEST.reason) }], faults: [] };
}

/** `risk R-4; law O-3; baseline: words`, as our own documents write reasons; undefined for any other text. */
function ownWords(text: string, references: StatementReferences): Read | undefined {
  const parts = text.split('; ').map((part) => OWN_REASON.exec(part));
  if (text === '' || parts.includes(null)) return undefined;
  const reads = parts.map((part): Read => {
    const kind = REASON_KINDS.find((each) => each === part?.[1]) ?? 'baseline';
    const words = part?.[3];
    return words === undefined
      ? referencesIn(kind, part?.[2] ?? '', references)
      : { reasons: [{ kind, text: words }], faults: [] };
  });
  return { reasons: reads.flatMap(({ reasons }) => reasons), faults: reads.flatMap(({ faults }) => faults) };
}

const OWN_REASON = /^(risk|law|contract|baseline)(?: ([RO]-\d{1,6})|: (.{3,}))$/u;
/** What may be a reference in any register; only those in our own form are missed where they are not found. */
const NAMED = /(?<![\p{L}\p{N}-])[A-Z]{1,6}-\d{1,6}(?![\p{L}\p{N}-])/gu;
const OURS = { risk: /^R-\d+$/u, obligation: /^O-\d+$/u } as const;

function referencesIn(kind: ReasonKind, text: string, references: StatementReferences): Read {
  if (kind === 'baseline') return { reasons: [], faults: [] };
  const register = kind === 'risk' ? 'risk' : 'obligation';
  const named = [...new Set(Array.from(text.matchAll(NAMED), ([whole]) => whole))];
  const found = named.map((each) => ({ each, ref: references[register](each) }));
  return {
    reasons: found.flatMap(({ ref }) => (ref === undefined ? [] : [{ kind, ref }])),
    faults: found
      .filter(({ each, ref }) => ref === undefined && OURS[register].test(each))
      .map(({ each }) => `names the ${register} ${each}, which the register does not have`),
  };
}

/** Columns that are kept as they are: status and evidence are computed here, and never typed in. */
function keptOf(
  row: StatementRow,
  { headings, ours }: { readonly headings: ReadonlyMap<StatementField, string>; readonly ours: boolean },
  more: readonly StatementField[],
): Readonly<Record<string, string>> {
  const fields: readonly StatementField[] = ['status', 'evidence', ...more];
  const typed = fields.map((field) => ({
    heading: headings.get(field) ?? field,
    text: row.said[field] ?? '',
  }));
  const kept: Record<string, string> = {};
  for (const { heading, text } of [...typed, ...row.custom]) {
    if (text === '' || (ours && COMPUTED.has(heading.toLowerCase()))) continue;
    const name = cut(heading === '' ? 'without a heading' : heading, LONGEST.heading);
    kept[name] = cut(
      kept[name] === undefined || kept[name] === text ? text : `${kept[name]}; ${text}`,
      LONGEST.kept,
    );
  }
  return kept;
}

/** Columns of our own sheets that follow from other records: they would only be true on the day of the export. */
const COMPUTED: ReadonlySet<string> = new Set([
  'theme',
  'reasons',
  'references',
  'justification',
  'status',
  'controls',
  'risks',
  'evidence',
  'last proof',
]);

function formulas(row: StatementRow, headings: ReadonlyMap<StatementField, string>): readonly string[] {
  const cells = [
    ...Object.entries(row.said).map(([field, text]) => ({ field, text })),
    ...row.custom.map(({ heading, text }) => ({ field: heading, text })),
  ];
  const found = cells.find(({ text }) => isFormula(text));
  if (found === undefined) return [];
  const heading = [...headings].find(([field]) => field === found.field)?.[1] ?? found.field;
  return [`begins as a formula in the column “${heading}”; write it as a text`];
}

function textOr(text: string, longest: number): string | undefined {
  return text === '' ? undefined : cut(text, longest);
}

function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}
