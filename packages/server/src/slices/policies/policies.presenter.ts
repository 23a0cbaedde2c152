// Policies as the API shows them.
import type { Output, Routes } from '@assay/contract';
import {
  policiesSentence,
  policyCounts,
  policySentence,
  type PolicyFacts,
  type PolicyTemplate,
} from '@assay/core';
import type { Catalogue } from '../frameworks/frameworks.module.ts';
import { filledText, samenessOf, type Policy } from './policies.readmodel.ts';
import type { PolicyRecord } from './versions.repository.ts';

export type PolicyView = Output<Routes['policies.read']>;
type SummaryView = Output<Routes['policies.list']>['data'][number];
type ListView = Output<Routes['policies.list']>;
type TemplateView = Output<Routes['policies.templates']>['data'][number];

export function presentTemplate(template: PolicyTemplate, used: boolean): TemplateView {
  return {
    code: template.code,
    title: template.title,
    owner: template.owner,
    review_months: template.reviewMonths,
    reviewer: template.reviewer,
    answers: [...template.answers],
    controls: [...template.controls],
    variables: template.variables.map(({ name, meaning, example }) => ({ name, meaning, example })),
    used,
  };
}

/** The policies that are shown, under a sentence and counts of all of them. */
export function presentList(
  all: readonly Policy[],
  shown: readonly Policy[],
  catalogue: Catalogue,
): ListView {
  const counts = policyCounts(all.map((each) => factsOf(each, catalogue)));
  return {
    sentence: policiesSentence(counts),
    counts,
    data: shown.map((each) => presentSummary(each, catalogue)),
  };
}

function factsOf({ newest, standing, acknowledged }: Policy, catalogue: Catalogue): PolicyFacts {
  return { standing, acknowledged, sameness: samenessOf(newest, catalogue) };
}

/** A policy in a list; told of one of its versions, the newest where none is named. */
function presentSummary(policy: Policy, catalogue: Catalogue, shown = policy.newest): SummaryView {
  const { standing, acknowledged } = policy;
  const same = samenessOf(shown, catalogue);
  return {
    code: policy.code,
    title: shown.title,
    version: shown.version,
    state: standing.state,
    in_force: standing.inForce ?? null,
    next: standing.next ?? null,
    review_on: standing.reviewOn ?? null,
    owner: shown.owner,
    reviewer: reviewerOf(shown),
    template: shown.template ?? null,
    file: shown.file ?? null,
    sameness: same ? { same: same.same, of: same.of, left: same.left, verdict: same.verdict } : null,
    answers: [...shown.answers],
    controls: [...shown.controls],
    missing: [...filledText(shown).missing],
    acknowledged: acknowledged
      ? {
          numerator: acknowledged.numerator,
          denominator: acknowledged.denominator,
          complete: acknowledged.complete ?? null,
          missing: [...acknowledged.missing],
          beyond: [...acknowledged.beyond],
        }
      : null,
  };
}

export function presentPolicy(policy: Policy, catalogue: Catalogue, shown = policy.newest): PolicyView {
  const { approval, publication, retirement } = shown;
  return {
    ...presentSummary(policy, catalogue, shown),
    sentence: policySentence(factsOf(policy, catalogue), policy.since, filledText(policy.newest).missing),
    revision: shown.revision,
    review_months: shown.reviewMonths,
    text: shown.text,
    filled: filledText(shown).text,
    variables: { ...shown.variables },
    approval: approval
      ? { by: approval.by, role: approval.role, at: approval.at, recorded_by: approval.recordedBy }
      : null,
    publication: publication ? { at: publication.at, people: [...publication.people] } : null,
    retirement: retirement ? { by: retirement.by, at: retirement.at, because: retirement.because } : null,
    versions: policy.versions.map((each) => ({
      version: each.version,
      title: each.title,
      changed_at: each.since,
      approved_by: each.approval?.by ?? null,
      published_at: each.publication?.at ?? null,
      retired_at: each.retirement?.at ?? null,
    })),
    confirmations: policy.confirmations.map((each) => ({
      person: each.person,
      at: each.at,
      recorded_by: each.recordedBy,
      proof: each.proof ?? null,
    })),
    changed_by: shown.changedBy,
    changed_at: shown.since,
  };
}

/** A template as it was taken has been read by nobody; whoever wrote or approved it since is named. */
function reviewerOf({ template, version, revision, approval, changedBy }: PolicyRecord): string | null {
  if (approval) return approval.by;
  return template !== undefined && version === 1 && revision === 1 ? null : changedBy;
}
