// Which way Harbourline chose, and the plan that its founder approved.
import { planSettingsField, variantField } from '@assay/contract';
import { planGiven } from '../slices/plan/ground.module.ts';
import { frozenText, PLAN_RUN, planOf } from '../slices/plan/plan.module.ts';
import { addVariant, approvePlan, saySettings } from '../slices/plan/plan.usecases.ts';
import type { Asked } from '../slices/advisor/situation.module.ts';
import { act, type Act, type Place } from './act.ts';
import { STAGE_2 } from './company.ts';
import { OWNERS } from './people.ts';

/** Days before today. */
const CHOSEN = 28;
const APPROVED = 23;
const WONDERED = 6;
const UNSAID = '"0"';

export function planActs(place: Place): readonly Act[] {
  return [
    act(place, { ago: CHOSEN, time: '10:00', by: OWNERS.security_lead }, (work) =>
      saySettings(work, planSettingsField.parse(settings(place)), UNSAID),
    ),
    act(place, { ago: APPROVED, time: '16:00', by: OWNERS.founder }, approveIt),
    act(place, { ago: WONDERED, time: '11:20', by: OWNERS.security_lead }, (work) =>
      addVariant(
        work,
        variantField.parse({
          name: 'Outside help for a quarter',
          note: 'What two days a week more for security would change.',
          settings: { capacity: { security_lead: 18, platform_engineer: 9 } },
        }),
      ),
    ),
  ];
}

async function approveIt(work: Asked): ReturnType<typeof approvePlan> {
  const given = await planGiven(work);
  if (!given.ok) return given;
  const planned = await planOf(given.value, { run: PLAN_RUN, unadvised: true });
  if (!planned.ok) return planned;
  return approvePlan(
    work,
    { planned: planned.value, seen: frozenText(planned.value).digest },
    {
      approver: OWNERS.founder,
      role: 'founder',
      note: 'Stage 2 is booked; the period ends after it. Told to the team on the same day.',
    },
  );
}

/** The certification body is engaged and came for stage 1; the CPA firm is engaged. */
function settings({ on }: Place): object {
  return {
    option: 'both_in_parallel',
    fixed: [{ task: 'stage2', on: on.ago(-STAGE_2), note: 'Booked with the certification body.' }],
    lead_days: [
      {
        task: 'stage1_gap',
        days: { min: 4, mode: 7, max: 15 },
        because: 'Stage 1 named three minor findings; each has an owner and a day.',
      },
    ],
    done: [
      { task: 'stage1', note: 'Held; the report is with the security lead.' },
      { task: 'auditor_soc2', note: 'Engagement letter signed before the period began.' },
    ],
  };
}
