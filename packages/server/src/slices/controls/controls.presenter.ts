// Controls as the API shows them.
import {
  NO_CHECKS,
  type CheckCounts,
  type ControlProof,
  type ControlState,
  type CrosswalkPair,
  type Mapping,
  type NextStep,
  type Overlap,
  type OverlapCount,
  type Share,
} from '@assay/core';
import { ARTICLE_CLAIM, byId, OVERLAP_RULES } from '@assay/core';
import { proofSentence, stepText } from './controls.sentences.ts';
import type { StoredControl } from './controls.repository.ts';
import type { Knowledge } from './posture.readmodel.ts';

/** What a list of controls shares, computed once. */
export interface Shared {
  readonly known: Knowledge;
  readonly titles: ReadonlyMap<string, string>;
  readonly mappings: ReadonlyMap<string, readonly Mapping[]>;
  readonly evidenceCounts: ReadonlyMap<string, number>;
  readonly checkCounts: ReadonlyMap<string, number>;
}

export function presentControl(stored: StoredControl, shared: Shared) {
  const { control } = stored;
  const proof = shared.known.posture.controls.get(control.code);
  return {
    code: control.code,
    domain: control.domain,
    name: control.name,
    objective: control.objective,
    activity: control.activity,
    owner_role: control.ownerRole,
    kind: control.kind,
    frequency: control.frequency,
    freshness_days: control.freshnessDays,
    effort_days: control.effortDays,
    evidence_wanted: { ...control.evidence },
    state: presentState(shared.known.states.get(control.code)),
    iso: presentProof(proof?.iso),
    soc2: presentProof(proof?.soc2),
    mappings: [...(shared.mappings.get(control.code) ?? [])]
      .sort((a, b) => byId(a.to, b.to))
      .map((mapping) => ({
        to: mapping.to,
        title: shared.titles.get(mapping.to) ?? mapping.to,
        relation: mapping.relation,
        strength: mapping.strength,
        rationale: mapping.rationale,
        source: mapping.source,
        reviewer: mapping.reviewer,
      })),
    checks: shared.checkCounts.get(control.code) ?? 0,
    evidence_count: shared.evidenceCounts.get(control.code) ?? 0,
    own: stored.own,
    revision: stored.revision,
  };
}

export function presentPair(pair: CrosswalkPair, names: ReadonlyMap<string, string>) {
  return {
    tsc: pair.tsc,
    iso: pair.iso,
    relation: pair.relation,
    strength: pair.strength,
    via: pair.via.map((path) => ({
      control: path.control,
      name: names.get(path.control) ?? path.control,
      tsc: { ...path.tsc },
      iso: { ...path.iso },
    })),
  };
}

export function presentOverlap(overlap: Overlap) {
  const direction = (of: Overlap['isoBySoc2']) => ({
    requirements: share(of.requirements),
    controls: share(of.controls),
    evidence: share(of.evidence),
    effort: share(of.effort),
  });
  const both = (of: OverlapCount) => ({
    iso_by_soc2: direction(of.isoBySoc2),
    soc2_by_iso: direction(of.soc2ByIso),
  });
  return {
    ...both(overlap),
    strict: both(overlap.strict),
    rules: { ...OVERLAP_RULES },
    claim: { ...ARTICLE_CLAIM },
  };
}

export function presentStep(step: NextStep, names: ReadonlyMap<string, string>) {
  const text = stepText(step, names.get(step.target) ?? step.target);
  return {
    kind: step.kind,
    target: step.target,
    title: text.title,
    reason: text.reason,
    moves: { iso: [...step.moves.iso], soc2: [...step.moves.soc2] },
    effort_days: step.effortDays,
  };
}

function presentState(state: ControlState | undefined) {
  if (state === undefined || state.state === 'undecided')
    return { state: 'undecided' as const, implementation: null, owner: null, because: null, since: null };
  if (state.state === 'not_adopted')
    return {
      state: state.state,
      implementation: null,
      owner: null,
      because: state.because,
      since: state.since,
    };
  return {
    state: state.state,
    implementation: state.implementation,
    owner: state.owner ?? null,
    because: null,
    since: state.since,
  };
}

function presentProof(proof: ControlProof | undefined) {
  const state = proof?.state ?? ('unknown' as const);
  return {
    state,
    reason: proofSentence(proof),
    evidence: [...(proof?.evidence ?? [])],
    checks: presentCounts(proof?.checks ?? NO_CHECKS),
    last_proof: proof?.lastProof ?? null,
    systems: (proof?.systems ?? []).map(({ system, since, state: stands, excused }) => ({
      system,
      since: since ?? null,
      state: stands,
      excused,
    })),
  };
}

function presentCounts(counts: CheckCounts) {
  return {
    pass: counts.pass,
    fail: counts.fail,
    error: counts.error,
    unknown: counts.unknown,
    not_applicable: counts.notApplicable,
    stale: counts.stale,
  };
}

function share(of: Share) {
  return { numerator: of.numerator, denominator: of.denominator, members: [...of.members] };
}
