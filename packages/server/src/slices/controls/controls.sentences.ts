// The sentences that explain a state; written once, shown in web, CLI and documents.
import {
  assertNever,
  lackingIn,
  scopeSentence,
  type ControlProof,
  type FrameworkPosture,
  type NextStep,
  type PlainDate,
  type RequirementPosture,
  type Stage,
} from '@assay/core';

/** Why a control stands as it does, in one view; where it is told apart by systems, for which of them. */
export function proofSentence(proof: ControlProof | undefined): string {
  if (!proof) return 'Nothing is known of it.';
  const lacking = new Set(lackingIn(proof));
  if (lacking.size === 0) return stateSentence(proof);
  const named = proof.systems
    .filter(({ system }) => lacking.has(system))
    .map(({ system, since }) => (since === undefined ? system : `${system}, in scope since ${since}`));
  return `Not proved for ${lacking.size} of ${proof.systems.length} systems (${named.join('; ')}). ${stateSentence(proof)}`;
}

function stateSentence(proof: ControlProof): string {
  const { checks, evidence, state } = proof;
  const named = evidence.length > 0 ? ` (${evidence.join(', ')})` : '';
  switch (state) {
    case 'proved':
      return evidence.length > 0
        ? `Shown by accepted evidence${named}.`
        : `${checks.pass} automated results pass, the newest of ${checks.newest ?? 'an unknown day'}.`;
    case 'failing':
      return `${checks.fail} automated result${checks.fail === 1 ? '' : 's'} fail: ${checks.failing.slice(0, 3).join(', ')}${checks.failing.length > 3 ? ' and more' : ''}.`;
    case 'stale':
      return evidence.length > 0
        ? `The newest evidence is too old${named}.`
        : `Automated results are too old; the oldest is of ${checks.oldest ?? 'an unknown day'}.`;
    case 'pending_review':
      return `Evidence waits for a reviewer${named}.`;
    case 'outside_window':
      return `Evidence lies outside the examined time${named}.`;
    case 'unknown':
      return checks.error + checks.unknown > 0
        ? `${checks.error + checks.unknown} automated results are errors or unknown, which is never a pass.`
        : 'No accepted evidence yet.';
    default:
      return assertNever(state);
  }
}

/** Why a requirement stands as it does. */
export function requirementSentence(posture: RequirementPosture): string {
  const open = posture.answers
    .filter((answer) => answer.adopted && answer.strength !== 'supporting' && answer.state === posture.state)
    .map(({ control, lacking }) =>
      lacking.length === 0 ? control : `${control} (not for ${lacking.join(', ')})`,
    );
  const by = open.length > 0 ? `: ${open.slice(0, 4).join(', ')}${open.length > 4 ? ' and more' : ''}` : '';
  switch (posture.state) {
    case 'not_applicable':
      return `Does not apply: ${posture.decision?.applies === false ? posture.decision.why : ''}`;
    case 'undecided':
      return posture.requirement.kind === 'control'
        ? 'No decision is recorded on whether it applies.'
        : 'No adopted control answers it.';
    case 'not_started':
      return 'It is decided, but no adopted control answers it with more than support.';
    case 'not_in_place':
      return notInPlace(posture);
    case 'proved':
      return 'Every control that answers it is proved.';
    case 'failing':
      return `A control that answers it fails${by}.`;
    case 'stale':
      return `Evidence of a control is too old${by}.`;
    case 'unknown':
      return `A control has no accepted evidence${by}.`;
    case 'pending_review':
      return `Evidence waits for a reviewer${by}.`;
    case 'outside_window':
      return `Evidence lies outside the examined time${by}.`;
    default:
      return assertNever(posture.state);
  }
}

/** The sentence that stands under a page's title, with what a change of scope did to it. */
export function postureSentence(posture: FrameworkPosture, today: PlainDate): string {
  const unit = posture.view === 'soc2' ? 'criteria' : 'requirements';
  const { decided, inPlace, proved } = posture;
  const numbers = `${of(decided)} ${unit} are decided, ${of(inPlace)} that apply are in place, ${of(proved)} are proved${lacking(proved)}.`;
  return `${numbers} ${scopeSentence(posture.scope, today)}`.trim();
}

/** Title and reason of a next step. */
export function stepText(step: NextStep, name: string): { readonly title: string; readonly reason: string } {
  const moved = `${step.moves.iso.length} ISO and ${step.moves.soc2.length} SOC 2 requirements wait for it.`;
  switch (step.kind) {
    case 'fix_failing':
      return { title: `Fix what fails in ${name}`, reason: `Automated results fail. ${moved}` };
    case 'give_evidence':
      return {
        title: `Give evidence of ${name}`,
        reason: `It runs, but nothing shows it in the time that counts. ${moved}`,
      };
    case 'renew_evidence':
      return { title: `Renew the evidence of ${name}`, reason: `The newest is too old. ${moved}` };
    case 'review_evidence':
      return {
        title: `Review the evidence of ${name}`,
        reason: `Somebody brought it; nobody has looked. ${moved}`,
      };
    case 'implement_control':
      return { title: `Put ${name} in place`, reason: `It is planned. ${moved}` };
    case 'adopt_control':
      return { title: `Decide on ${name}`, reason: `Nobody has taken it up. ${moved}` };
    case 'decide_requirement':
      return {
        title: `Decide whether ${name} applies`,
        reason: 'ISO/IEC 27001 asks for a recorded decision with its reason (6.1.3 d).',
      };
    case 'choose_window':
      return {
        title: 'Choose what SOC 2 examines',
        reason: 'Without a date or a period nothing can be proved to a CPA examiner.',
      };
    default:
      return assertNever(step.kind);
  }
}

function notInPlace(posture: RequirementPosture): string {
  const planned = posture.answers
    .filter((answer) => answer.adopted && answer.strength !== 'supporting' && !answer.implemented)
    .map((answer) => answer.control);
  return planned.length > 0
    ? `Planned, not yet in place: ${planned.slice(0, 4).join(', ')}${planned.length > 4 ? ' and more' : ''}.`
    : 'No adopted control answers it with more than support.';
}

function of(stage: Stage): string {
  return `${stage.numerator} of ${stage.denominator}`;
}

const LACK: Readonly<Record<string, string>> = {
  unknown: 'lack evidence',
  stale: 'have evidence that is too old',
  failing: 'fail',
  pending_review: 'wait for review',
  outside_window: 'have evidence outside the window',
};

function lacking(stage: Stage): string {
  const worst = stage.reasons.find((reason) => LACK[reason.state] !== undefined);
  return worst ? `; ${worst.count} ${LACK[worst.state] ?? ''}` : '';
}
