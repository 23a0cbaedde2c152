// Policies as the API shows them.
import type { Output, Routes } from '@assay/contract';
import type { PolicyTemplate } from '@assay/core';
import type { Catalogue } from '../frameworks/frameworks.module.ts';
import { filledText, samenessOf, type Policy } from './policies.readmodel.ts';
import type { PolicyRecord } from './versions.repository.ts';

export type PolicyView = Output<Routes['policies.read']>;
type SummaryView = Output<Routes['policies.list']>['data'][number];
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

/** A policy in a list; told of one of its versions, the newest where none is named. */
export function presentSummary(policy: Policy, catalogue: Catalogue, shown = policy.newest): SummaryView {
  const { standing, acknowledged } = policy;
  const same = samenessOf(shown, catalogue);
  return {
    code: policy.code,
    title: shown.title,
    state: standing.state,
    in_force: standing.inForce ?? null,
    next: standing.next ?? null,
    review_on: standing.reviewOn ?? null,
    owner: shown.owner,
    reviewer: reviewerOf(shown),
    template: shown.template ?? null,
    sameness: same ? { same: same.same, of: same.of, left: same.left, verdict: same.verdict } : null,
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
  const { approval, publication } = shown;
  return {
    ...presentSummary(policy, catalogue, shown),
    version: shown.version,
    revision: shown.revision,
    review_months: shown.reviewMonths,
    answers: [...shown.answers],
    controls: [...shown.controls],
    text: shown.text,
    filled: filledText(shown).text,
    variables: { ...shown.variables },
    approval: approval
      ? { by: approval.by, role: approval.role, at: approval.at, recorded_by: approval.recordedBy }
      : null,
    publication: publication ? { at: publication.at, people: [...publication.people] } : null,
    versions: policy.versions.map((each) => ({
      version: each.version,
      approved_by: each.approval?.by ?? null,
      published_at: each.publication?.at ?? null,
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
