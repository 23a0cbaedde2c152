// What of each table is held against the ledger, and how verification names a row of it.

/** Columns of a table that say something, and how verification names a row of it. */
export interface Target {
  readonly columns: readonly string[];
  /** SQL of the text that the row's fault must contain. */
  readonly name: string;
  /** Rows that count; a pending import is not true yet. */
  readonly where?: string;
}

const IMPORT = "'import ' || t.import_id";
const COMMITTED =
  'exists (select 1 from imports i where i.import_id = t.import_id and i.committed_at is not null)';

/**
 * Not here, because nothing is derived from them and nobody reads them back: `stored_at` of artefacts, `signed_at` of
 * heads. Keys that say which organisation a row belongs to are the business of row level security.
 */
export const TARGETS: Readonly<Record<string, Target>> = {
  ledger_entries: {
    columns: ['seq', 'kind', 'subject', 'at', 'leaf', 'salt', 'payload', 'artefact'],
    name: "'ledger entry ' || t.seq",
  },
  ledger_tiles: { columns: ['hashes', 'index'], name: "'ledger tile ' || t.level || '/' || t.index" },
  ledger_heads: {
    columns: ['size', 'root', 'checkpoint', 'signed_size', 'public_key'],
    name: "'ledger head|last signed checkpoint'",
  },
  evidence: {
    columns: ['seq', 'import_id', 'collected_by', 'method', 'source', 'received_at'],
    name: "'evidence E-' || t.seq",
  },
  evidence_versions: {
    columns: [
      'revision',
      'artefact_revision',
      'title',
      'kind',
      'controls',
      'performed_at',
      'covers_from',
      'covers_until',
      'captured_at',
      'review',
      'withdrawn',
      'note',
      'changed_by',
      'known_from',
      'known_until',
    ],
    name: "'evidence E-' || (select e.seq from evidence e where e.evidence_id = t.evidence_id)",
  },
  artefacts: {
    columns: ['size', 'media_type', 'filename'],
    name: "'artefact ' || t.sha256 || '|evidence E-' || (select string_agg(e.seq::text, '|evidence E-') from evidence e join evidence_versions v on v.evidence_id = e.evidence_id where v.artefact = t.sha256)",
    where: 'exists (select 1 from evidence_versions v where v.artefact = t.sha256)',
  },
  imports: {
    columns: [
      'state',
      'filename',
      'options',
      'summary',
      'made_by',
      'created_at',
      'committed_at',
      'evidence_id',
      'system',
      'system_since',
    ],
    name: IMPORT,
    where: 't.committed_at is not null',
  },
  observations: {
    columns: ['check_key', 'subject', 'status', 'observed_at', 'severity', 'message'],
    name: IMPORT,
    where: COMMITTED,
  },
  latest_observations: {
    columns: ['system', 'status', 'observed_at', 'received_at', 'severity', 'message', 'import_id', 'seq'],
    name: "'latest observation ' || t.check_key || ' for ' || t.subject",
  },
  day_rollups: {
    columns: ['day', 'check_key', 'hour', 'passed', 'failed', 'errors', 'unknowns', 'first_at', 'last_at'],
    name: "'day ' || t.day || ' of ' || t.check_key",
  },
  failure_spans: {
    columns: ['check_key', 'subject', 'from_at', 'until_at'],
    name: "'failure of ' || t.check_key || ' for ' || t.subject",
  },
  organisation_versions: { columns: ['settings', 'known_from', 'known_until'], name: "'settings'" },
  control_versions: {
    columns: ['definition', 'known_from', 'known_until'],
    name: "'control of the common set|own control ' || t.code",
  },
  control_states: { columns: ['state', 'known_from', 'known_until'], name: "'state of control ' || t.code" },
  mapping_versions: {
    columns: ['relation', 'strength', 'rationale', 'source', 'reviewer', 'known_from', 'known_until'],
    name: "'mapping|mapping ' || t.code || ' to ' || t.requirement",
  },
  population_rows: { columns: ['population', 'key', 'fields'], name: IMPORT, where: COMMITTED },
  import_problems: {
    columns: ['code', 'level', 'message', 'position', 'remedy'],
    name: IMPORT,
    where: COMMITTED,
  },
  trail: {
    columns: ['actor', 'actor_name', 'on_behalf_of', 'via', 'via_id', 'request_id', 'address'],
    name: "'trail of entry ' || t.seq",
  },
};
