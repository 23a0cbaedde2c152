// Documented information that ISO/IEC 27001:2022 asks for by name, clause by clause, and where each piece is.
import type { ControlProof, FrameworkPosture, RequirementPosture } from '../controls/index.ts';
import type { ControlCode } from '../kernel/index.ts';

/** document: it must exist and be controlled; record: evidence that something was done. */
export interface DocumentedItem {
  /** Clause that asks, with its letter where only that asks: `6.1.3 d`. */
  readonly clause: string;
  /** Requirement of the framework that holds the clause. */
  readonly requirement: string;
  readonly what: string;
  readonly kind: 'document' | 'record' | 'both';
  /** A policy in force that answers the clause is it. */
  readonly policy?: true;
}

/** Every clause of ISO/IEC 27001:2022 that asks for documented information. */
export const DOCUMENTED: readonly DocumentedItem[] = [
  { clause: '4.3', requirement: '4.3', what: 'Scope of the ISMS', kind: 'document' },
  { clause: '5.2', requirement: '5.2', what: 'Information security policy', kind: 'document', policy: true },
  { clause: '6.1.2', requirement: '6.1.2', what: 'Risk assessment process', kind: 'document', policy: true },
  { clause: '6.1.3', requirement: '6.1.3', what: 'Risk treatment process', kind: 'document', policy: true },
  { clause: '6.1.3 d', requirement: '6.1.3', what: 'Statement of Applicability', kind: 'document' },
  {
    clause: '6.1.3 e-f',
    requirement: '6.1.3',
    what: 'Risk treatment plan, approved, with accepted residual risks',
    kind: 'both',
  },
  { clause: '6.2', requirement: '6.2', what: 'Information security objectives', kind: 'document' },
  { clause: '7.2', requirement: '7.2', what: 'Evidence of competence', kind: 'record' },
  {
    clause: '7.5.1 b',
    requirement: '7.5.1',
    what: 'What the organisation itself judges necessary',
    kind: 'document',
    policy: true,
  },
  {
    clause: '7.5.3',
    requirement: '7.5.3',
    what: 'Documents from outside, identified and controlled',
    kind: 'document',
  },
  { clause: '8.1', requirement: '8.1', what: 'Records that processes ran as planned', kind: 'record' },
  { clause: '8.2', requirement: '8.2', what: 'Results of risk assessments', kind: 'record' },
  { clause: '8.3', requirement: '8.3', what: 'Results of risk treatment', kind: 'record' },
  { clause: '9.1', requirement: '9.1', what: 'Results of monitoring and measurement', kind: 'record' },
  { clause: '9.2.2', requirement: '9.2.2', what: 'Audit programme and audit results', kind: 'record' },
  { clause: '9.3.3', requirement: '9.3.3', what: 'Results of management reviews', kind: 'record' },
  {
    clause: '10.2 f-g',
    requirement: '10.2',
    what: 'Nonconformities, actions taken and their results',
    kind: 'record',
  },
];

/** there: accepted and in force; the others say why an auditor would not find it. */
export type DocumentedState = 'there' | 'stale' | 'in_review' | 'missing';

export interface DocumentedFound {
  readonly item: DocumentedItem;
  readonly state: DocumentedState;
  /** Evidence that is it, or would be; human ids. */
  readonly evidence: readonly string[];
  /** Policies in force that are it; codes. */
  readonly documents: readonly string[];
  /** Adopted controls that answer its clause with more than support. */
  readonly controls: readonly ControlCode[];
}

/** A policy in force, with the requirements that it answers. */
export interface PolicyInForce {
  readonly code: string;
  readonly answers: readonly string[];
  readonly reviewDue: boolean;
}

/**
 * Where each piece is: a policy in force that answers its clause, where a policy is what the clause asks for, or what proves a control that answers its clause. A clause of several pieces is told by the
 * same controls, since no evidence says by itself which of them it is.
 */
export function documentedInformation(
  framework: FrameworkPosture,
  proofs: ReadonlyMap<ControlCode, { readonly iso: ControlProof }>,
  policies: readonly PolicyInForce[] = [],
): readonly DocumentedFound[] {
  const byId = new Map(framework.requirements.map((each) => [each.requirement.id, each]));
  return DOCUMENTED.map((item) => {
    const requirement = byId.get(item.requirement);
    const told = found(item, requirement, proofs);
    if (item.policy !== true || requirement === undefined || told.state === 'there') return told;
    const own = policies.filter(({ answers }) => answers.includes(requirement.requirement.ref));
    const current = own.filter(({ reviewDue }) => !reviewDue);
    if (own.length === 0) return told;
    const documents = (current.length > 0 ? current : own).map(({ code }) => code);
    return { ...told, state: current.length > 0 ? 'there' : 'stale', evidence: [], documents };
  });
}

function found(
  item: DocumentedItem,
  requirement: RequirementPosture | undefined,
  proofs: ReadonlyMap<ControlCode, { readonly iso: ControlProof }>,
): DocumentedFound {
  const controls = (requirement?.answers ?? [])
    .filter(({ adopted, strength }) => adopted && strength !== 'supporting')
    .map(({ control }) => control);
  const own = controls.flatMap((control) => proofs.get(control)?.iso ?? []);
  const state = STATES.find(([, proof]) => own.some((each) => proof === each.state && holds(each)));
  return {
    item,
    state: state?.[0] ?? 'missing',
    evidence:
      state === undefined
        ? []
        : [...new Set(own.flatMap((each) => (each.state === state[1] ? each.evidence : [])))],
    documents: [],
    controls,
  };
}

/** Best first. */
const STATES = [
  ['there', 'proved'],
  ['in_review', 'pending_review'],
  ['stale', 'stale'],
] as const;

/** Checks alone are no document. */
function holds(proof: ControlProof): boolean {
  return proof.evidence.length > 0;
}
