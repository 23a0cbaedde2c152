// The one shape that every reader of foreign files has: bytes in; observations, populations, problems out.
import type { Instant, Observation, ObservationStatus } from '@assay/core';

/** Where in the file something was wrong, and what to do about it. */
export interface Problem {
  /** Stable dotted code, for example `json.syntax` or `sarif.kind_unknown`. */
  readonly code: string;
  /** `fatal` refuses the whole file; `error` refuses the item; `warning` keeps it, with a doubt. */
  readonly level: 'fatal' | 'error' | 'warning';
  /** What is wrong, one sentence. */
  readonly message: string;
  /** JSON Pointer, `line:column`, row number or byte offset, as exact as the format allows. */
  readonly position: string;
  /** What the person can do, one sentence. */
  readonly remedy: string;
}

/** What the file says about itself. */
export interface SourceFacts {
  /** Scanner or tool, lower case: `prowler`, `trivy`, `codeql`. */
  readonly tool: string;
  readonly toolVersion?: string;
  /** When the run happened, as the file says. */
  readonly ranAt?: Instant;
  /** Account, repository, cluster, image or host that was looked at. */
  readonly scope?: string;
  /** The file lists everything that the tool found on its scope: what it does not name was not found (again). */
  readonly complete?: boolean;
  /** Columns of a table in its order, where the file is read as one. */
  readonly columns?: readonly string[];
  /** Sheets of a workbook in its order. */
  readonly sheets?: readonly string[];
}

/** One row of a list that an auditor may sample from: a component, a person, a change. */
export interface PopulationRow {
  /** Which list: `components`, `vulnerabilities`, `rows`. */
  readonly population: string;
  readonly key: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Where a reader puts what it finds. A returned promise asks the reader to wait (back-pressure). */
export interface Sink {
  source(facts: SourceFacts): void;
  observation(observation: Observation): void | Promise<void>;
  population(row: PopulationRow): void | Promise<void>;
  problem(problem: Problem): void;
}

/** Bytes of the file, already unzipped, in chunks of any size. */
export type Bytes = AsyncIterable<Uint8Array>;

/** Settings that some formats need. */
export interface ReadOptions {
  /** Column mapping for plain CSV. */
  readonly columns?: ColumnMapping;
  /** Read the file as a table: every row by the names of its columns, nothing else. */
  readonly table?: TableOptions;
}

/** How a table is read. */
export interface TableOptions {
  /** Which sheet of a workbook; the first when absent. */
  readonly sheet?: string;
}

/** Which CSV column holds what; every name is a header of the file. */
export interface ColumnMapping {
  readonly check: string;
  readonly subject: string;
  readonly status: string;
  readonly observedAt?: string;
  readonly severity?: string;
  readonly message?: string;
  /** Words of the status column and what each means; a word that is not listed is unknown. */
  readonly statuses?: Readonly<Record<string, Observation['status']>>;
}

/** Words of a status field and what each means; a word that is not listed is unknown, never a pass. */
export type StatusTable = Readonly<Record<string, ObservationStatus>>;

export interface Manual {
  /** By what the file is recognised. */
  readonly recognised: string;
  /** A stream is read in constant memory however large; a whole document may have 128 MiB. */
  readonly reads: 'stream' | 'whole';
  /** Which field of the file each part of an observation comes from. */
  readonly fields: Partial<
    Readonly<Record<'check' | 'subject' | 'observedAt' | 'severity' | 'message' | 'population', string>>
  >;
  /** The fields whose words are looked up, each with its table. */
  readonly words: readonly { readonly field: string; readonly table: StatusTable }[];
  /** What follows from more than one word. */
  readonly also: readonly (readonly [ObservationStatus, string])[];
  /** What becomes of everything else, when it is more than an unknown with a problem. */
  readonly otherwise?: string;
}

/** A reader of one format. */
export interface Reader {
  /** Stable id: `prowler-ocsf`, `sarif`. */
  readonly id: string;
  readonly title: string;
  /** Raised whenever the same bytes would give other observations; kept with every import. */
  readonly version: number;
  /** What its page in docs/reference/readers.md says; the tables are those that it reads by. */
  readonly manual: Manual;
  /** How sure this reader is that the file is its own: 0 (no) to 1 (certain), from the first bytes. */
  recognise(head: Head): number;
  read(bytes: Bytes, sink: Sink, options: ReadOptions): Promise<void>;
}

/** The first bytes of the (unzipped) file, at most 64 KiB, and the same as text without BOM. */
export interface Head {
  readonly bytes: Uint8Array;
  readonly text: string;
  /** True when the head is the whole file. */
  readonly whole: boolean;
}
