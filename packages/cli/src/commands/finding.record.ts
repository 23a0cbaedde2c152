// What options say of a finding's record, on top of what is recorded already.
import type { PlainDate, RequirementRef, VERDICTS } from '@assay/core';
import type { CallInput, Output, Routes } from '@assay/contract';
import { CommandEnd, EXIT } from '../exit.ts';
import { today, type WriteOptions } from './shared.ts';

type FindingAnswer = Output<Routes['findings.read']>;
type Change = CallInput<Routes['findings.change']>['body'];

export interface RecordOptions extends WriteOptions {
  readonly kind?: FindingAnswer['kind'];
  readonly source?: FindingAnswer['source'];
  readonly where?: string;
  readonly foundOn?: PlainDate;
  readonly foundBy?: string;
  readonly statement?: string;
  readonly requirements?: string;
  readonly controls?: string[];
  readonly evidence?: string;
  readonly owner?: string;
  readonly correction?: string;
  readonly correctedOn?: PlainDate;
  readonly consequences?: string;
  readonly cause?: string;
  readonly similar?: string;
  readonly similarFound?: string;
  readonly action?: string;
  readonly actionOwner?: string;
  readonly actionDue?: PlainDate;
  readonly actionDone?: PlainDate;
  readonly reviewOn?: PlainDate;
  readonly verdict?: (typeof VERDICTS)[number];
  readonly verdictBecause?: string;
  readonly verdictBy?: string;
  readonly verdictOn?: PlainDate;
  readonly systemChange?: string;
  readonly deviations?: number;
  readonly sample?: number;
  readonly population?: number;
  readonly response?: string;
  readonly planDays?: number;
  readonly evidenceDays?: number;
  readonly nextAudit?: PlainDate;
  readonly stage2Ended?: PlainDate;
}

/** What the options say, on top of what is recorded; a part that nothing is said of is left out. */
export function recordOf(said: RecordOptions, held: FindingAnswer | undefined): Change {
  return {
    ...(said.kind === undefined ? {} : { kind: said.kind }),
    ...(said.source === undefined ? {} : { source: said.source }),
    ...(said.where === undefined ? {} : { where: said.where }),
    ...(said.foundOn === undefined ? {} : { found_on: said.foundOn }),
    ...(said.foundBy === undefined ? {} : { found_by: said.foundBy }),
    ...(said.statement === undefined ? {} : { statement: said.statement }),
    ...(said.requirements === undefined ? {} : { requirements: wordsOf(said.requirements).map(refOf) }),
    ...(said.controls === undefined ? {} : { controls: said.controls }),
    ...(said.evidence === undefined ? {} : { evidence: wordsOf(said.evidence) }),
    ...(said.owner === undefined ? {} : { owner: said.owner }),
    ...(said.consequences === undefined ? {} : { consequences: said.consequences }),
    ...(said.cause === undefined ? {} : { cause: said.cause }),
    ...(said.systemChange === undefined ? {} : { system_change: said.systemChange }),
    ...correctionOf(said, held),
    ...similarOf(said, held),
    ...actionOf(said, held),
    ...reviewOf(said, held),
    ...exceptionOf(said, held),
    ...termsOf(said, held),
  };
}

function correctionOf(
  { correction: what, correctedOn }: RecordOptions,
  held?: FindingAnswer,
): Pick<Change, 'correction'> {
  if (what === undefined && correctedOn === undefined) return {};
  const before = held?.correction;
  const on = correctedOn ?? before?.on ?? today();
  return { correction: { what: what ?? before?.what ?? lacking('--correction'), on } };
}

function actionOf(said: RecordOptions, held?: FindingAnswer): Pick<Change, 'action'> {
  const { action: what, actionOwner, actionDue, actionDone } = said;
  if ([what, actionOwner, actionDue, actionDone].every((each) => each === undefined)) return {};
  // Another action begins anew; of the same one, what is not said stays.
  const before = what === undefined || what === held?.action?.what ? held?.action : undefined;
  return {
    action: {
      what: what ?? before?.what ?? lacking('--action'),
      owner: actionOwner ?? before?.owner ?? null,
      due: actionDue ?? before?.due ?? null,
      planned: before?.planned ?? null,
      done: actionDone ?? before?.done ?? null,
    },
  };
}

function reviewOf(said: RecordOptions, held?: FindingAnswer): Pick<Change, 'effectiveness'> {
  const { reviewOn, verdict, verdictBecause, verdictBy, verdictOn } = said;
  if ([reviewOn, verdict, verdictBecause, verdictBy, verdictOn].every((each) => each === undefined))
    return {};
  const before = held?.effectiveness;
  const on = verdictOn ?? before?.said?.on ?? today();
  const due = reviewOn ?? before?.due ?? on;
  if (verdict === undefined && !before?.said) return { effectiveness: { due, said: null } };
  return {
    effectiveness: {
      due,
      said: {
        verdict: verdict ?? before?.said?.verdict ?? lacking('--verdict'),
        on,
        by: verdictBy ?? before?.said?.by ?? lacking('--verdict-by'),
        because: verdictBecause ?? before?.said?.because ?? lacking('--verdict-because'),
      },
    },
  };
}

function similarOf({ similar, similarFound }: RecordOptions, held?: FindingAnswer): Pick<Change, 'similar'> {
  if (similar === undefined && similarFound === undefined) return {};
  const before = held?.similar;
  return {
    similar: {
      looked: similar ?? before?.looked ?? lacking('--similar'),
      found: similarFound === undefined ? (before?.found ?? []) : wordsOf(similarFound),
    },
  };
}

function exceptionOf(said: RecordOptions, held?: FindingAnswer): Pick<Change, 'exception'> {
  const { deviations, sample, population, response } = said;
  if ([deviations, sample, population, response].every((each) => each === undefined)) return {};
  const before = held?.exception;
  return {
    exception: {
      deviations: deviations ?? before?.deviations ?? lacking('--deviations'),
      sample: sample ?? before?.sample ?? lacking('--sample'),
      population: population ?? before?.population ?? null,
      response: response ?? before?.response ?? null,
    },
  };
}

function termsOf(said: RecordOptions, held?: FindingAnswer): Pick<Change, 'terms'> {
  const { planDays, evidenceDays, nextAudit, stage2Ended } = said;
  if ([planDays, evidenceDays, nextAudit, stage2Ended].every((each) => each === undefined)) return {};
  const before = held?.terms;
  return {
    terms: {
      plan_days: planDays ?? before?.plan_days ?? null,
      evidence_days: evidenceDays ?? before?.evidence_days ?? null,
      next_audit: nextAudit ?? before?.next_audit ?? null,
      stage2_ended: stage2Ended ?? before?.stage2_ended ?? null,
    },
  };
}

function lacking(option: string): never {
  throw new CommandEnd(EXIT.usage, `${option} is needed as well: nothing is recorded of it yet.`);
}

function wordsOf(text: string): string[] {
  return text.split(/[\s,]+/).filter((each) => each !== '');
}

function refOf(text: string): RequirementRef {
  const place = text.indexOf('/');
  if (place > 0) return `${text.slice(0, place)}/${text.slice(place + 1)}`;
  throw new CommandEnd(EXIT.usage, `${text} is no requirement; they look like iso27001:2022/A.5.18.`);
}
