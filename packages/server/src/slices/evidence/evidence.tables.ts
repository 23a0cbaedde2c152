// Tables of the evidence slice: artefacts, imports, records with all their versions, the ledger.
import type { Instant, PlainDate } from '@assay/core';
import type { ColumnType } from 'kysely';

type Json = ColumnType<unknown, string, string>;

export interface ArtefactsTable {
  org_id: string;
  sha256: string;
  size: number;
  media_type: string;
  filename: string;
  stored_at: Instant;
  /** When the key of the bytes was destroyed. */
  erased_at: ColumnType<Instant | null, Instant | null | undefined, Instant | null>;
}
export interface ImportsTable {
  org_id: string;
  import_id: string;
  state: string;
  artefact: string;
  filename: string;
  options: Json;
  summary: Json;
  made_by: string;
  created_at: Instant;
  committed_at: Instant | null;
  undone_at: Instant | null;
  evidence_id: string | null;
  run_key: string | null;
  run_at: Instant | null;
  /** The system that it looked at, as the collector said whose run brought it, and since when that is known. */
  system: string | null;
  system_since: Instant | null;
  /** How far the reading is, while it goes on. */
  reading: ColumnType<unknown, string | null, string | null>;
}
export interface ImportProblemsTable {
  org_id: string;
  import_id: string;
  seq: number;
  code: string;
  level: string;
  message: string;
  position: string;
  remedy: string;
}
export interface PopulationRowsTable {
  org_id: string;
  import_id: string;
  seq: number;
  population: string;
  key: string;
  fields: Json;
}
export interface EvidenceTable {
  org_id: string;
  evidence_id: string;
  seq: number;
  import_id: string | null;
  collected_by: string;
  method: string;
  source: string;
  received_at: Instant;
}
export interface EvidenceVersionsTable {
  org_id: string;
  evidence_id: string;
  revision: number;
  artefact: string;
  artefact_revision: number;
  title: string;
  kind: string;
  controls: string[];
  performed_at: PlainDate;
  covers_from: PlainDate | null;
  covers_until: PlainDate | null;
  captured_at: Instant | null;
  freshness_days: number | null;
  review: Json;
  withdrawn: boolean;
  hold: ColumnType<unknown, string | null | undefined, string | null>;
  erased: ColumnType<unknown, string | null | undefined, string | null>;
  note: string;
  changed_by: string;
  known_from: Instant;
  known_until: Instant | null;
}
export interface LedgerHeadsTable {
  org_id: string;
  lane: number;
  size: number;
  root: Buffer;
  checkpoint: string | null;
  signed_size: number | null;
  signed_at: Instant | null;
  public_key: Buffer;
}
export interface LedgerTilesTable {
  org_id: string;
  level: number;
  index: number;
  hashes: Buffer;
}
export interface LedgerEntriesTable {
  org_id: string;
  seq: number;
  kind: string;
  subject: string;
  at: Instant;
  leaf: string;
  salt: Buffer;
  payload: string;
  artefact: string | null;
}
export interface TrailTable {
  org_id: string;
  seq: number;
  actor: string;
  actor_name: string;
  on_behalf_of: string | null;
  via: string;
  via_id: string;
  request_id: string;
  address: string | null;
}

export interface EvidenceTables {
  artefacts: ArtefactsTable;
  imports: ImportsTable;
  import_problems: ImportProblemsTable;
  population_rows: PopulationRowsTable;
  evidence: EvidenceTable;
  evidence_versions: EvidenceVersionsTable;
  ledger_heads: LedgerHeadsTable;
  ledger_tiles: LedgerTilesTable;
  ledger_entries: LedgerEntriesTable;
  trail: TrailTable;
}
