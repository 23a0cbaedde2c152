// The tables of an organisation as a person reads them, column for column what the web and the command line show.
import type { Applicability } from '@assay/core';
import type { Knowledge } from '../controls/controls.module.ts';
import type { EvidenceRecord, ImportRecord } from '../evidence/evidence.module.ts';
import type { ObservationRow } from '../monitoring/monitoring.module.ts';
import type { Sheet } from './sheet.ts';

export function controlsSheet(known: Knowledge): Sheet {
  return {
    name: 'controls',
    header: ['id', 'name', 'domain', 'kind', 'frequency', 'owner_role', 'state', 'iso', 'soc2', 'activity'],
    rows: known.controls.map((each) => {
      const proof = known.posture.controls.get(each.code);
      return [
        each.code,
        each.name,
        each.domain,
        each.kind,
        each.frequency,
        each.ownerRole,
        (known.states.get(each.code) ?? { state: 'undecided' }).state,
        proof?.iso.state ?? '',
        proof?.soc2.state ?? '',
        each.activity,
      ];
    }),
  };
}

export function mappingsSheet(known: Knowledge): Sheet {
  return {
    name: 'mappings',
    header: ['control', 'requirement', 'relation', 'strength', 'rationale', 'source', 'reviewer'],
    rows: known.mappings.map((each) => [
      each.control,
      each.to,
      each.relation,
      each.strength,
      each.rationale,
      each.source,
      each.reviewer,
    ]),
  };
}

export function requirementsSheet(known: Knowledge): Sheet {
  return {
    name: 'requirements',
    header: [
      'framework',
      'id',
      'title',
      'state',
      'decided',
      'applies',
      'in_place',
      'proved',
      'decision',
      'controls',
    ],
    rows: known.posture.frameworks.flatMap(({ framework, requirements }) =>
      requirements.map((each) => [
        framework.id,
        each.requirement.id,
        each.requirement.title,
        each.state,
        yesNo(each.decided),
        yesNo(each.applies),
        yesNo(each.inPlace),
        yesNo(each.proved),
        reasonOf(each.decision),
        each.answers.map((answer) => answer.control).join(' '),
      ]),
    ),
  };
}

export function decisionsSheet(known: Knowledge): Sheet {
  return {
    name: 'decisions',
    header: ['requirement', 'applies', 'reason'],
    rows: [...known.decisions].map(([ref, word]) => [ref, yesNo(word.applies), reasonOf(word)]),
  };
}

export function evidenceSheet(evidence: readonly EvidenceRecord[]): Sheet {
  return {
    name: 'evidence',
    header: [
      'id',
      'title',
      'kind',
      'performed_at',
      'covers_from',
      'covers_until',
      'captured_at',
      'received_at',
      'review',
      'controls',
      'withdrawn',
      'revision',
      'sha256',
      'file',
    ],
    rows: evidence.map((each) => [
      each.code,
      each.title,
      each.kind,
      each.times.performedAt,
      each.times.covers?.from ?? '',
      each.times.covers?.until ?? '',
      each.times.capturedAt ?? '',
      each.times.receivedAt,
      each.review.state,
      each.controls.join(' '),
      yesNo(each.withdrawn),
      String(each.revision),
      each.artefact.sha256,
      each.artefact.filename,
    ]),
  };
}

export function importsSheet(imports: readonly ImportRecord[]): Sheet {
  return {
    name: 'imports',
    header: ['id', 'file', 'state', 'evidence', 'by', 'created_at', 'committed_at', 'undone_at', 'sha256'],
    rows: imports.map((each) => [
      each.id,
      each.filename,
      each.state,
      each.evidence ?? '',
      each.madeBy,
      each.createdAt,
      each.committedAt ?? '',
      each.undoneAt ?? '',
      each.artefact,
    ]),
  };
}

export function observationsSheet(rows: readonly ObservationRow[]): Sheet {
  return {
    name: 'observations',
    header: ['check', 'subject', 'status', 'severity', 'observed_at', 'received_at', 'message', 'import'],
    rows: rows.map((each) => [
      each.check,
      each.subject,
      each.status,
      each.severity ?? '',
      each.observedAt,
      each.receivedAt,
      each.message ?? '',
      each.importId,
    ]),
  };
}

function reasonOf(word: Applicability | undefined): string {
  if (!word) return '';
  return word.applies ? word.because : word.why;
}

function yesNo(value: boolean): string {
  return value ? 'yes' : 'no';
}
