// Every expected failure has one stable dotted code; its HTTP status stands in one table of the server.

export const ERROR_CODES = [
  'access.unauthenticated', 'access.forbidden', 'access.csrf', 'access.host', 'access.link_spent',
  'request.invalid', 'request.too_large', 'request.not_found', 'request.method', 'request.media_type', 'request.rate_limited',
  'request.idempotency_mismatch', 'request.precondition_required', 'request.conflict',
  'organisation.not_found', 'organisation.slug_taken', 'organisation.not_demo',
  'framework.not_found', 'framework.invalid', 'framework.exists', 'requirement.not_found', 'requirement.clause_not_excludable', 'applicability.not_decided',
  'control.not_found', 'control.exists', 'mapping.not_found', 'check.not_found',
  'artefact.not_found', 'artefact.missing_bytes', 'artefact.hash_mismatch',
  'evidence.not_found', 'evidence.performed_in_future', 'evidence.period_reversed', 'evidence.same_reviewer', 'evidence.already_reviewed', 'evidence.withdrawn',
  'import.not_found', 'import.refused', 'import.not_pending', 'import.already_undone', 'import.same_file',
  'ledger.entry_not_found', 'ledger.size_unknown', 'ledger.inconsistent',
  'server.storage_full', 'server.unavailable', 'server.internal',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];
