// A population as it is stored.
import type {
  ControlCode,
  DayWriter,
  Instant,
  Period,
  PlainDate,
  PopulationKind,
  PopulationWarning,
  Provenance,
  Reconciliation,
} from '@assay/core';
import { sha256Hex } from '../../../platform/crypto.ts';
import type { DraftMapping, Fault } from './draftRows.ts';
import type { TableReading } from './tableReading.ts';

/** What was said of a list so far. */
export interface SaidOf {
  readonly source: string | null;
  readonly environment: string | null;
  readonly query: string | null;
  readonly filters: string | null;
  readonly range: Period | null;
  readonly generator: string | null;
  readonly generatedAt: Instant | null;
  readonly everyPage: boolean | null;
  readonly daysWrittenBy: DayWriter | null;
}

/** How its file was read, without its rows. */
export interface Reading extends Omit<TableReading, 'rows'> {
  readonly sheet: string | null;
  readonly faults: readonly Fault[];
}

export interface PopulationRecord {
  readonly seq: number;
  /** `P-1`. */
  readonly code: string;
  readonly state: 'draft' | 'frozen';
  readonly kind: PopulationKind;
  readonly title: string;
  readonly scope: string | null;
  readonly controls: readonly ControlCode[];
  readonly artefact: string;
  readonly filename: string;
  readonly reading: Reading;
  readonly mapping: DraftMapping;
  readonly provenance: SaidOf;
  /** As they stood when it was frozen. */
  readonly warnings: readonly PopulationWarning[] | null;
  readonly rows: number;
  readonly first: PlainDate | null;
  readonly last: PlainDate | null;
  readonly digest: string | null;
  readonly madeBy: string;
  readonly createdAt: Instant;
  readonly frozenBy: string | null;
  readonly frozenAt: Instant | null;
  readonly supersedes: number | null;
  readonly supersededBy: number | null;
}

export interface ReconciliationRecord {
  readonly number: number;
  readonly source: string;
  readonly artefact: string | null;
  readonly other: number | null;
  readonly result: Reconciliation;
  readonly agrees: boolean;
  readonly by: string;
  readonly at: Instant;
}

/** Of what is said of a list: who changes it names what they read. */
export function tagOf(held: PopulationRecord): string {
  const { seq, state, kind, title, scope, controls, reading, mapping, provenance } = held;
  const said = [seq, state, kind, title, scope, controls, reading.sheet, mapping, provenance];
  return `"${sha256Hex(JSON.stringify(said)).slice(0, 16)}"`;
}

export const codeOf = (seq: number): string => `P-${seq}`;

/** Number of a code; undefined when it is none. */
export function seqOf(code: string): number | undefined {
  const digits = /^P-(\d{1,9})$/i.exec(code)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** The whole provenance, or the names of what is missing. */
export function provenanceOf(said: SaidOf): {
  readonly missing: readonly string[];
  readonly whole: Provenance | undefined;
} {
  const { source, environment, query, filters, range, generator, generatedAt, everyPage, daysWrittenBy } =
    said;
  const named = {
    source,
    environment,
    query,
    range,
    generator,
    generated_at: generatedAt,
    every_page: everyPage,
    days_written_by: daysWrittenBy,
  };
  const missing = Object.entries(named).flatMap(([name, value]) => (value === null ? [name] : []));
  if (
    source === null ||
    environment === null ||
    query === null ||
    range === null ||
    generator === null ||
    generatedAt === null ||
    everyPage === null ||
    daysWrittenBy === null
  )
    return { missing, whole: undefined };
  return {
    missing,
    whole: {
      source,
      environment,
      query,
      filters: filters ?? '',
      range,
      generator,
      generatedAt,
      everyPage,
      daysWrittenBy,
    },
  };
}
