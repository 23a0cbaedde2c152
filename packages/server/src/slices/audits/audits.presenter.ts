// Audits and their programme as the API shows them.
import type { Output, Routes } from '@assay/contract';
import {
  auditOverdue,
  auditState,
  lineCounts,
  programmeEnds,
  programmeYears,
  type AuditLine,
  type LineSaid,
  type ControlCode,
  type ControlState,
} from '@assay/core';
import type { AuditVersion } from './audits.repository.ts';
import { auditSentence, programmeSentence, sectionOf } from './audits.sentences.ts';
import { ownControls } from './audits.usecases.ts';
import type { ProgrammeVersion } from './programme.repository.ts';
import type { Covered } from './programme.usecases.ts';
import type { Auditable } from './scope.readmodel.ts';

export type AuditView = Output<Routes['audits.read']>;
type RowView = Output<Routes['audits.list']>['data'][number];
type ProgrammeView = Output<Routes['audits.set_programme']>;
type CoverageView = Output<Routes['audits.programme']>;
type LineView = AuditView['lines'][number];

/** An audit without its checklist. */
export function presentRow({ id, audit, revision, by, from }: AuditVersion, model: Auditable): RowView {
  const { lines, ...plan } = audit;
  const state = auditState(audit);
  const { today } = model.known;
  return {
    ...plan,
    id,
    state,
    overdue: auditOverdue(audit, today),
    counts: lineCounts(audit),
    findings: lines.flatMap(({ said }) => said?.findings ?? []),
    sentence: auditSentence(audit, today),
    // What was reported was independent then; who owns what since is no fault of it.
    not_independent: state === 'reported' ? [] : [...ownControls(audit, model)],
    revision,
    by,
    at: from,
  };
}

export function presentAudit(version: AuditVersion, model: Auditable): AuditView {
  const line = lineOf(model);
  return { ...presentRow(version, model), lines: version.audit.lines.map(line) };
}

export function presentProgramme({ programme, revision, by, from }: ProgrammeVersion): ProgrammeView {
  return { ...programme, ends: programmeEnds(programme), revision, by, at: from };
}

export function presentCoverage(covered: Covered): CoverageView {
  const { stands, asked, coverage, audits } = covered;
  const requirements = new Map(asked.map((each) => [each.ref, each]));
  const count = (wanted: string): number => coverage.filter(({ state }) => state === wanted).length;
  return {
    sentence: programmeSentence(covered),
    programme: stands ? presentProgramme(stands) : null,
    years: stands
      ? programmeYears(stands.programme, audits).map((year) => ({ ...year, audits: [...year.audits] }))
      : [],
    counts: {
      audited: count('audited'),
      planned: count('planned'),
      unplanned: count('unplanned'),
      asked: coverage.length,
    },
    requirements: coverage.map(({ requirement, state, audits: own, years }) => ({
      requirement,
      title: requirements.get(requirement)?.title ?? '',
      state,
      section: sectionOf(requirements.get(requirement)?.id ?? requirement),
      audits: [...own],
      years: years.map((cell) => ({ ...cell, audits: [...cell.audits], findings: [...cell.findings] })),
    })),
  };
}

/** A line of the checklist: what the statement of applicability and the proof of today say of its requirement. */
function lineOf(model: Auditable): (line: AuditLine) => LineView {
  const { known, controls } = model;
  const stands = new Map(
    known.posture.frameworks.flatMap(({ requirements }) =>
      requirements.map((each) => [each.requirement.ref, each] as const),
    ),
  );
  return ({ requirement, said, taken_back: back }) => {
    const posture = stands.get(requirement);
    const { decision } = posture ?? {};
    return {
      requirement,
      title: posture?.requirement.title ?? '',
      because: decision?.applies ? decision.because : null,
      proof: posture?.state ?? 'undecided',
      said: said && saidOf(said),
      ...(back === undefined ? {} : { taken_back: back.map(saidOf) }),
      controls: controls
        .filter(({ answers }) => answers.includes(requirement))
        .map(({ code, owner }) => ({ ...shown(model, code), owner: owner ?? null })),
    };
  };
}

function saidOf<S extends LineSaid>(said: S) {
  return { ...said, evidence: [...said.evidence], findings: [...said.findings] };
}

function shown({ known }: Auditable, code: ControlCode): Omit<LineView['controls'][number], 'owner'> {
  const control = known.controls.find((each) => each.code === code);
  const proof = known.posture.controls.get(code)?.iso;
  return {
    code,
    name: control?.name ?? '',
    state: stateOf(known.states.get(code)),
    ask: control?.evidence.ask ?? '',
    proof: proof?.state ?? 'unknown',
    last_proof: proof?.lastProof ?? null,
    evidence: [...(proof?.evidence ?? [])],
  };
}

function stateOf(state: ControlState | undefined): LineView['controls'][number]['state'] {
  if (state === undefined || state.state === 'undecided') return 'undecided';
  return state.state === 'adopted' ? state.implementation : 'not_adopted';
}
