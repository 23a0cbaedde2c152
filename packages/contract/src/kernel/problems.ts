// Every problem in one table: HTTP status, title, what brings it about and what to do. Pages and OpenAPI come from it.
import { ACCESS_PROBLEMS } from './accessProblems.ts';
import { FEDERATION_PROBLEMS } from './federationProblems.ts';
import { DOCUMENT_PROBLEMS } from './documentProblems.ts';
import type { ErrorCode } from './errors.ts';
import { KEYS_PROBLEMS } from './keysProblems.ts';
import { LEDGER_PROBLEMS } from './ledgerProblems.ts';
import { MANAGEMENT_PROBLEMS } from './managementProblems.ts';
import { POPULATION_PROBLEMS } from './populationProblems.ts';
import { SAMPLE_PROBLEMS } from './sampleProblems.ts';
import { WINDOW_PROBLEMS } from './windowProblems.ts';
import { WORK_PROBLEMS } from './workProblems.ts';

export interface ProblemType {
  readonly status: number;
  readonly title: string;
  readonly cause: string;
  readonly remedy: string;
}

/** Text between backticks is shown as code. */
export const PROBLEMS = {
  'access.unauthenticated': {
    status: 401,
    title: 'Not signed in',
    cause: 'The request carries no session and no token, or one that has ended.',
    remedy:
      'Open the sign-in link that Assay printed at its start, or run `assay login` for a new one. Programs send `Authorization: Bearer TOKEN`.',
  },
  'access.forbidden': {
    status: 403,
    title: 'Not allowed',
    cause:
      'You are signed in, but your role in this organisation lacks the permission that the route asks for.',
    remedy: 'Ask an owner of the organisation; `GET /v1/session` lists the permissions that you have.',
  },
  'access.csrf': {
    status: 403,
    title: 'The request did not come from Assay’s own page',
    cause:
      'A write was authenticated by the session cookie but lacks the header that only Assay’s own page sends.',
    remedy:
      'Send the `csrf` value of `GET /v1/session` as `Assay-Csrf`, or authenticate with a token instead of the cookie.',
  },
  'access.host': {
    status: 421,
    title: 'Wrong host name',
    cause:
      'The request names a host that this server does not answer to, which keeps pages of strangers away from it (DNS rebinding).',
    remedy: 'Use 127.0.0.1 or localhost, or start the server with `--allow-host NAME`.',
  },
  'access.link_spent': {
    status: 410,
    title: 'The sign-in link is spent',
    cause: 'A sign-in link works once and for a short time.',
    remedy: 'Run `assay login` for a new one.',
  },
  'request.invalid': {
    status: 400,
    title: 'The request is not valid',
    cause:
      'A parameter, the query or the body does not fit the schema of the route, or holds a name that the route does not know.',
    remedy:
      '`errors` names each place by JSON Pointer. The schema stands in the API reference and in `/openapi.json`.',
  },
  'request.too_large': {
    status: 413,
    title: 'Too large',
    cause: 'The body is larger than the route takes.',
    remedy: 'Send less at once; files go to the artefacts route, which streams.',
  },
  'request.not_found': {
    status: 404,
    title: 'No such route',
    cause: 'The API has no such path.',
    remedy: 'Look at the path again; the API reference lists every route.',
  },
  'request.method': {
    status: 405,
    title: 'No such method here',
    cause: 'The path is known, but not under this method.',
    remedy: 'The `Allow` header lists the methods that it answers to.',
  },
  'request.media_type': {
    status: 415,
    title: 'Wrong media type',
    cause: 'The body is not of the type that the route reads.',
    remedy: 'Send JSON as `application/json`, bytes as `application/octet-stream`.',
  },
  'request.rate_limited': {
    status: 429,
    title: 'Too many requests',
    cause:
      'The account, its token or its address has used up the requests of this minute, or has too many under way.',
    remedy: 'Wait as long as `Retry-After` says. `RateLimit` tells with every answer how many are left.',
  },
  'request.idempotency_mismatch': {
    status: 422,
    title: 'The key was used for another request',
    cause: 'An Idempotency-Key stands for one request: the same path and the same body.',
    remedy: 'Take a new key for a new request; repeat a key only to repeat its request.',
  },
  'request.in_progress': {
    status: 409,
    title: 'Still being answered',
    cause: 'The request that first used this Idempotency-Key is still being answered.',
    remedy: 'Wait a moment and repeat it with the same key.',
  },
  'request.answer_not_kept': {
    status: 409,
    title: 'Done already',
    cause: 'The request that first used this Idempotency-Key was carried out, but its answer was not kept.',
    remedy: 'Do not repeat it; read the record to see what it did.',
  },
  'request.precondition_required': {
    status: 428,
    title: 'If-Match is needed',
    cause: 'This write changes a record that somebody else may have changed meanwhile.',
    remedy: 'Read the record first and send its `ETag` as `If-Match`.',
  },
  'request.conflict': {
    status: 412,
    title: 'Somebody changed it meanwhile',
    cause: 'The ETag that was sent is not that of the record any more; nothing was written.',
    remedy:
      '`current` holds the record as it stands. Look at what changed, and send your change again with its ETag.',
  },
  'organisation.not_found': {
    status: 404,
    title: 'No such organisation',
    cause:
      'There is no organisation of this short name, or it is not yours; the answer is the same so that nobody learns which exist.',
    remedy: '`GET /v1/session` lists yours.',
  },
  'organisation.slug_taken': {
    status: 409,
    title: 'The short name is taken',
    cause: 'Another organisation has this short name already.',
    remedy: 'Choose another `slug`.',
  },
  'organisation.not_demo': {
    status: 409,
    title: 'Not a demo organisation',
    cause:
      'Only the demo company can be thrown away or reset; an organisation of your own keeps its history.',
    remedy: 'Nothing was changed. Name the demo organisation.',
  },
  'framework.not_found': {
    status: 404,
    title: 'No such framework',
    cause: 'No framework of this id is known here; ids hold their edition, such as `iso27001:2022`.',
    remedy: 'List the frameworks, or add your own.',
  },
  'framework.invalid': {
    status: 422,
    title: 'The catalogue is not valid',
    cause: 'The file is neither an Assay catalogue nor an OSCAL catalogue that can be read.',
    remedy:
      '`errors` names each place by JSON Pointer; mend them and send it again, first with `dry_run=true`.',
  },
  'framework.exists': {
    status: 409,
    title: 'The framework is there already',
    cause: 'A framework of this id and edition is there; what was decided on it would lose its ground.',
    remedy: 'Give your catalogue another edition.',
  },
  'requirement.not_found': {
    status: 404,
    title: 'No such requirement',
    cause: 'The framework asks nothing under this id.',
    remedy: 'Read the framework for the ids that it has.',
  },
  'requirement.clause_not_excludable': {
    status: 422,
    title: 'This requirement cannot be left out',
    cause:
      'Clauses 4 to 10 of ISO/IEC 27001 and the common criteria of SOC 2 always apply; only Annex A controls and optional criteria may be excluded.',
    remedy: 'Record that it applies, or leave it undecided.',
  },
  'applicability.not_decided': {
    status: 409,
    title: 'Nothing is decided',
    cause: 'There is no decision on this requirement that could be taken back.',
    remedy: 'Nothing needs to be done.',
  },
  'control.not_found': {
    status: 404,
    title: 'No such control',
    cause: 'The control set has no control of this id.',
    remedy: 'List the controls; ids look like `C-07`.',
  },
  'control.exists': {
    status: 409,
    title: 'The control is there already',
    cause: 'A control of this id is in the set.',
    remedy: 'Leave `code` out to get the next free one.',
  },
  'mapping.not_found': {
    status: 404,
    title: 'No such mapping',
    cause: 'The control does not answer this requirement.',
    remedy: 'Read the control for its mappings.',
  },
  'mapping.invalid': {
    status: 422,
    title: 'The mappings cannot be set',
    cause:
      'At least one mapping names a control or a requirement that is not there, or stands twice; none was set.',
    remedy: '`errors` names each by JSON Pointer; mend them and send them again, first with `dry_run=true`.',
  },
  'check.not_found': {
    status: 404,
    title: 'No such check',
    cause: 'No scanner has brought this check, and the catalogue does not know it.',
    remedy: 'Checks are named `scanner:key`; list the checks.',
  },
  ...WINDOW_PROBLEMS,
  ...SAMPLE_PROBLEMS,
  ...WORK_PROBLEMS,
  'artefact.not_found': {
    status: 404,
    title: 'No such artefact',
    cause: 'No bytes of this SHA-256 were stored in this organisation.',
    remedy: 'Send the bytes to the artefacts route first; its answer holds the hash.',
  },
  'artefact.missing_bytes': {
    status: 410,
    title: 'The bytes are gone',
    cause: 'The record is there, but its file is missing from the store.',
    remedy: 'Restore the data directory from a backup; `assay verify` lists everything that is missing.',
  },
  'artefact.hash_mismatch': {
    status: 422,
    title: 'The bytes have another hash',
    cause: 'The bytes that arrived do not have the SHA-256 that was announced; they were not kept.',
    remedy: 'Send the file again; if it happens twice, look at what stands between you and the server.',
  },
  'evidence.not_found': {
    status: 404,
    title: 'No such evidence',
    cause: 'There is no evidence record of this id.',
    remedy: 'List the evidence; ids look like `E-93`.',
  },
  'evidence.performed_in_future': {
    status: 422,
    title: 'Performed in the future',
    cause: 'Evidence speaks of what has happened; its day is still to come in the organisation’s time zone.',
    remedy: 'Give the day on which it was performed, not the day on which it is due.',
  },
  'evidence.period_reversed': {
    status: 422,
    title: 'The period ends before it begins',
    cause: '`until` is the first day that no longer belongs to the period, so it lies after `from`.',
    remedy: 'Exchange the days, or add one to `until`.',
  },
  'evidence.same_reviewer': {
    status: 409,
    title: 'Reviewer and collector are the same person',
    cause: 'Evidence is reviewed by somebody other than the one who brought it.',
    remedy: 'Ask somebody else to review it.',
  },
  'evidence.already_reviewed': {
    status: 409,
    title: 'Already reviewed',
    cause: 'The record has been accepted or rejected.',
    remedy: 'Reopen the review first.',
  },
  'evidence.withdrawn': {
    status: 409,
    title: 'The evidence is withdrawn',
    cause: 'A withdrawn record keeps its history but cannot be changed.',
    remedy: 'Restore it first.',
  },
  ...KEYS_PROBLEMS,
  'import.not_found': {
    status: 404,
    title: 'No such import',
    cause: 'There is no import of this id.',
    remedy: 'List the imports.',
  },
  'import.refused': {
    status: 422,
    title: 'The file was refused',
    cause:
      'The file could not be read as it is, so there is nothing to commit; half a file is never half imported.',
    remedy:
      'Read the problems of the import: each has its position and a remedy. `partial` takes what can be read.',
  },
  'import.not_pending': {
    status: 409,
    title: 'The import is not waiting',
    cause: 'Only a dry run that was read whole and neither committed nor undone can be committed.',
    remedy: 'Wait until it is read, read it again if that was interrupted, or start a new import.',
  },
  'import.counted': {
    status: 409,
    title: 'The import counted once',
    cause: 'An import that was committed is part of the history, also when it was undone.',
    remedy: 'Undo it; what never counted can be thrown away.',
  },
  'import.already_undone': {
    status: 409,
    title: 'Already undone',
    cause: 'The import was undone before.',
    remedy: 'Nothing needs to be done; import the file again to have it back.',
  },
  'import.same_file': {
    status: 409,
    title: 'This very file is in already',
    cause: 'The same bytes were imported before; the same file twice changes nothing.',
    remedy: 'Nothing needs to be done.',
  },
  'collector.not_found': {
    status: 404,
    title: 'No such collector',
    cause: 'No collector of this name has been declared.',
    remedy: 'List the collectors, or declare it first: `assay collector add NAME`.',
  },
  'collector.exists': {
    status: 409,
    title: 'The collector is there already',
    cause: 'A collector of this name has been declared; its runs would be mixed with those of another.',
    remedy: 'Choose another name, or change the one that is there.',
  },
  'collector.retired': {
    status: 409,
    title: 'The collector is retired',
    cause: 'No run is expected of a retired collector, so none is recorded.',
    remedy: 'Resume it, or name another.',
  },
  'collector.path_not_allowed': {
    status: 422,
    title: 'The path may not be read',
    cause: 'A scheduled import reads only below the directories that the server was started with.',
    remedy: 'Start the server with `--collect-from DIRECTORY`, and name a path below it.',
  },
  'run.not_found': {
    status: 404,
    title: 'No such run',
    cause: 'The collector has no run of this id.',
    remedy: 'List the runs of the collector.',
  },
  'run.exists': {
    status: 409,
    title: 'The run was reported otherwise',
    cause: 'A run of this id is there, with other files or another outcome; a run is reported once.',
    remedy: 'Take a new id for a new run. Repeating a report word for word gives its first answer.',
  },
  'run.in_future': {
    status: 422,
    title: 'The run ends in the future',
    cause: 'A run is reported when it is over; its end is still to come.',
    remedy: 'Look at the clock of the machine that reports, or leave the end out.',
  },
  'run.not_vouchable': {
    status: 409,
    title: 'Nobody can vouch for this run',
    cause:
      'It is complete already, or it failed, was partial or was taken back: looking at it does not mend that.',
    remedy: 'Run the collector again.',
  },
  ...POPULATION_PROBLEMS,
  ...MANAGEMENT_PROBLEMS,
  ...ACCESS_PROBLEMS,
  ...FEDERATION_PROBLEMS,
  ...DOCUMENT_PROBLEMS,
  ...LEDGER_PROBLEMS,
  'server.busy': {
    status: 503,
    title: 'Too much at once',
    cause: 'The server answers as many requests as it can at once; this one was not begun.',
    remedy: 'Send it again after `Retry-After`; nothing was changed.',
  },
  'server.storage_full': {
    status: 507,
    title: 'The disk is full',
    cause: 'The server could not write; nothing was changed.',
    remedy: 'Free some space and send the request again.',
  },
  'server.unavailable': {
    status: 503,
    title: 'The database does not answer',
    cause: 'The database is being started again or cannot be reached; nothing was changed.',
    remedy: 'Try again in a moment; `assay doctor` looks at the cause.',
  },
  'server.internal': {
    status: 500,
    title: 'A fault in Assay',
    cause: 'Something that must not happen did; nothing was changed.',
    remedy: 'The `request_id` finds it in the server’s log. Please report it with what you sent.',
  },
} as const satisfies Record<ErrorCode, ProblemType>;
