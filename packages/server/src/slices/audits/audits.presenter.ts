// Audits and their programme as the API shows them.
import type { Output, Routes } from '@assay/contract';
import { auditState, programmeEnds, type ControlState } from '@assay/core';
import type { AuditVersion } from './audits.repository.ts';
import { ownControls } from './audits.usecases.ts';
import type { ProgrammeVersion } from './programme.repository.ts';
import type { Covered } from './programme.usecases.ts';
import type { Auditable } from './scope.readmodel.ts';

type AuditView = Output<Routes['audits.read']>;
type ProgrammeView = Output<Routes['audits.set_programme']>;
type CoverageView = Output<Routes['audits.programme']>;

export function presentAudit({ id, audit, revision, by, from }: AuditVersion, model: Auditable): AuditView {
  const { known } = model;
  const titles = new Map(
    known.frameworks.flatMap(({ requirements }) =>
      requirements.map(({ ref, title }) => [ref, title] as const),
    ),
  );
  const lines = audit.lines.map(({ requirement, said }) => ({
    requirement,
    title: titles.get(requirement) ?? '',
    said: said && { ...said, evidence: [...said.evidence], findings: [...said.findings] },
    controls: model.controls
      .filter(({ answers }) => answers.includes(requirement))
      .map(({ code, owner }) => ({
        code,
        name: known.controls.find((each) => each.code === code)?.name ?? '',
        owner: owner ?? null,
        state: stateOf(known.states.get(code)),
      })),
  }));
  const state = auditState(audit);
  // What was reported was independent then; who owns what since is no fault of it.
  const own = state === 'reported' ? [] : [...ownControls(audit, model)];
  return { ...audit, id, state, lines, not_independent: own, revision, by, at: from };
}

export function presentProgramme({ programme, revision, by, from }: ProgrammeVersion): ProgrammeView {
  return { ...programme, ends: programmeEnds(programme), revision, by, at: from };
}

export function presentCoverage({ stands, asked, coverage }: Covered): CoverageView {
  const titles = new Map(asked.map(({ ref, title }) => [ref, title]));
  const count = (wanted: string): number => coverage.filter(({ state }) => state === wanted).length;
  return {
    programme: stands ? presentProgramme(stands) : null,
    counts: {
      audited: count('audited'),
      planned: count('planned'),
      unplanned: count('unplanned'),
      asked: coverage.length,
    },
    requirements: coverage.map(({ requirement, state, audits }) => ({
      requirement,
      title: titles.get(requirement) ?? '',
      state,
      audits: [...audits],
    })),
  };
}

function stateOf(state: ControlState | undefined): AuditView['lines'][number]['controls'][number]['state'] {
  if (state === undefined || state.state === 'undecided') return 'undecided';
  return state.state === 'adopted' ? state.implementation : 'not_adopted';
}
