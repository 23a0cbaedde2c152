// The statement of applicability as acts: obligations, all rows decided, two versions approved, and what was taken back
// since, so that the statement of today cannot be approved yet.
import type { Instant, NonEmpty, PlainDate, Reason } from '@assay/core';
import type { Tx } from '../platform/postgres/database.ts';
import { treatedRisks } from '../slices/risks/risks.module.ts';
import { approve } from '../slices/soa/approval.usecases.ts';
import { addObligation, changeObligation } from '../slices/soa/obligations.usecases.ts';
import { decideRows, type RowChange } from '../slices/soa/rows.usecases.ts';
import { must, type Act, type Place } from './act.ts';
import { at } from './calendar.ts';
import { EXCLUDED, OPEN, PLANNED } from './decisions.ts';
import { OWNERS } from './people.ts';
import { FIRST_RISKS } from './risks/first.ts';
import {
  BARE_EXCLUSION,
  DECIDED_SINCE,
  ELSEWHERE,
  FIRST_APPROVED,
  LEFT_OUT_FIRST,
  MARKED,
  OBLIGATIONS,
  OBLIGED,
  OBLIGED_SINCE,
  PILOT,
  PUT_IN_SECOND,
  SECOND_APPROVED,
  SECOND_DECIDED,
  TAKEN_BACK,
  TRAINING_ROOM,
} from './statement.ts';

type Work = Parameters<typeof decideRows>[0];

export function soaActs(place: Place): readonly Act[] {
  return [
    act(place, OBLIGED_SINCE, registerObligations),
    act(place, DECIDED_SINCE, (work) => decideAll(place, work)),
    approval(place, FIRST_APPROVED, 'For stage 1.'),
    act(place, PILOT.endedOn, (work) => endPilot(work, place.on.ago(PILOT.endedOn))),
    act(place, SECOND_DECIDED, (work) => decideAgain(place, work)),
    approval(place, SECOND_APPROVED, 'After the second assessment of risks.'),
    act(place, TAKEN_BACK, takeBack),
    act(place, MARKED, markOut),
  ];
}

async function registerObligations(work: Work): Promise<void> {
  for (const told of OBLIGATIONS) await addObligation(work, { ...told, endedOn: undefined });
}

async function endPilot(work: Work, endedOn: PlainDate): Promise<void> {
  must(await changeObligation(work, PILOT.code, { ifMatch: '"1"', to: { endedOn } }));
}

/** Every row at once, for the reasons that stand on that day. */
async function decideAll(place: Place, work: Work): Promise<void> {
  const risks = await risksOf(place, work);
  const rows = [...annexOf(place).map(({ id }) => id), ELSEWHERE];
  must(
    await decideRows(
      work,
      rows.map((row): RowChange => {
        const justification = LEFT_OUT_FIRST[row] ?? EXCLUDED[row];
        return justification === undefined
          ? included(place, row, { risks: risks.get(row) ?? [] })
          : { row, decision: { is: 'out', justification } };
      }),
    ),
  );
}

/** What new risks, an ended contract and the training room changed. */
async function decideAgain(place: Place, work: Work): Promise<void> {
  const risks = await risksOf(place, work);
  const moved = [...risks].filter(([, codes]) =>
    codes.some((code) => Number(code.slice(2)) > FIRST_RISKS.length),
  );
  const rows = new Set([...moved.map(([row]) => row), ...PUT_IN_SECOND, 'A.8.17']);
  must(
    await decideRows(
      work,
      [...rows].map((row) =>
        PUT_IN_SECOND.includes(row)
          ? {
              row,
              decision: { is: 'in', reasons: [{ kind: 'baseline', text: TRAINING_ROOM }] },
              owner: OWNERS.product_lead,
              due: place.on.ago(-40),
            }
          : included(place, row, { risks: risks.get(row) ?? [], ended: [PILOT.code] }),
      ),
    ),
  );
}

/** The security lead found reasons that name nothing: those rows are to be decided anew. */
async function takeBack(work: Work): Promise<void> {
  const rows = OPEN.filter((row) => row !== BARE_EXCLUSION);
  must(
    await decideRows(
      work,
      rows.map((row) => ({ row, decision: { is: 'undecided' } })),
    ),
  );
}

async function markOut(work: Work): Promise<void> {
  must(
    await decideRows(work, [{ row: BARE_EXCLUSION, decision: { is: 'out', justification: '' }, how: 'n/a' }]),
  );
}

/** In, because of each risk that one of its controls treats and each obligation; a baseline where there is neither. */
function included(
  place: Place,
  row: string,
  { risks, ended = [] }: { readonly risks: readonly string[]; readonly ended?: readonly string[] },
): RowChange {
  const obligations = (OBLIGED[row] ?? []).filter((code) => !ended.includes(code));
  const [first, ...rest]: readonly Reason[] = [
    ...risks.map((ref) => ({ kind: 'risk' as const, ref })),
    ...obligations.map((code) => ({ kind: kindOf(code), ref: code })),
  ];
  const controls = answering(place, row);
  const reasons: NonEmpty<Reason> = first
    ? [first, ...rest]
    : [{ kind: 'baseline', text: 'what a company that hosts customers’ data is expected to do' }];
  const [main] = controls;
  return {
    row,
    decision: { is: 'in', reasons },
    ...(main === undefined ? {} : { how: main.activity }),
    ...(controls.some(({ code }) => PLANNED.includes(code)) ? { due: place.on.ago(-28) } : {}),
  };
}

function kindOf(code: string): 'law' | 'contract' {
  return OBLIGATIONS[Number(code.slice(2)) - 1]?.kind === 'contract' ? 'contract' : 'law';
}

/** Risks by row: those whose treatment uses a control that answers it. */
async function risksOf(place: Place, work: Work): Promise<ReadonlyMap<string, readonly string[]>> {
  const treated = await treatedRisks(work.tx, work.scope, place.on.today);
  return new Map(
    annexOf(place).map(({ id }) => {
      const codes = answering(place, id).map(({ code }) => code);
      return [
        id,
        treated
          .filter(({ controls }) => controls.some((code) => codes.includes(code)))
          .map(({ code }) => code),
      ];
    }),
  );
}

/** Controls that answer a row, those that answer it fully first. */
function answering({ deps: { catalogue } }: Place, row: string) {
  if (row === ELSEWHERE) return catalogue.controls.filter(({ code }) => code === row);
  const mappings = catalogue.mappings
    .filter(({ to, strength }) => to === `iso27001:2022/${row}` && strength !== 'supporting')
    .toSorted((one, other) => Number(other.strength === 'full') - Number(one.strength === 'full'));
  return mappings.flatMap(({ control }) => catalogue.controls.filter(({ code }) => code === control));
}

function annexOf({ deps }: Place) {
  const framework = deps.catalogue.frameworks.get('iso27001:2022');
  return (framework?.requirements ?? []).filter(({ kind }) => kind === 'control');
}

function approval(place: Place, daysAgo: number, note: string): Act {
  const now = at(place.on.ago(daysAgo), '16:00');
  return {
    at: now,
    inside: async (tx) => {
      const by = { approver: OWNERS.founder, role: 'founder', note };
      must(await approve(workOf(place, tx, { person: OWNERS.founder, now }), by));
    },
  };
}

function act(place: Place, daysAgo: number, run: (work: Work) => Promise<void>): Act {
  const now = at(place.on.ago(daysAgo), '14:00');
  return { at: now, inside: (tx) => run(workOf(place, tx, { person: OWNERS.security_lead, now })) };
}

function workOf(place: Place, tx: Tx, of: { readonly person: string; readonly now: Instant }): Work {
  return { tx, scope: place.as(of.person), catalogue: place.deps.catalogue, now: of.now };
}
