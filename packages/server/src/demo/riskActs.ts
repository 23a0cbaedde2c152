// The register as acts: the method and its rewording, and each risk with all that was said of it.
import type { Result } from '@assay/core';
import {
  accept,
  assess,
  changeMethod,
  changeRisk,
  createRisk,
  review,
  treat,
  type StoredMethod,
  type Work,
} from '../slices/risks/risks.usecases.ts';
import { act, type Act, type Place } from './act.ts';
import { OWNERS } from './people.ts';
import { FIRST_RISKS } from './risks/first.ts';
import { LATER_RISKS } from './risks/later.ts';
import { FIRST_METHOD, METHOD_BEGAN, METHOD_REWORDED, SECOND_METHOD } from './risks/method.ts';
import type { RiskTold, Saying } from './risks/telling.ts';

export function riskActs(place: Place): readonly Act[] {
  return [
    method(place, { daysAgo: METHOD_BEGAN, revision: 0, next: FIRST_METHOD }),
    method(place, { daysAgo: METHOD_REWORDED, revision: 1, next: SECOND_METHOD }),
    ...[...FIRST_RISKS, ...LATER_RISKS].flatMap((risk, i) => actsOf(place, `R-${i + 1}`, risk)),
  ];
}

function method(
  place: Place,
  {
    daysAgo,
    revision,
    next,
  }: { readonly daysAgo: number; readonly revision: number; readonly next: StoredMethod },
): Act {
  return byLead(place, { ago: daysAgo, time: '08:30' }, (work) => changeMethod(work, next, `"${revision}"`));
}

function actsOf(place: Place, code: string, { added, story, ...draft }: RiskTold): readonly Act[] {
  return [
    byLead(place, { ago: added, time: '13:00' }, async (work) => {
      const made = await createRisk(work, { ...draft, custom: {} });
      if (made.ok && made.value.risk.code !== code)
        throw new Error(`demo: ${draft.title} became ${made.value.risk.code}, not ${code}`);
      return made;
    }),
    ...story.map((saying, i) =>
      byLead(place, { ...saying, time: '13:30' }, (work) =>
        say(work, code, { saying, on: place.on, revision: i + 1 }),
      ),
    ),
  ];
}

async function say(
  work: Work,
  code: string,
  { saying, on, revision }: { readonly saying: Saying; readonly on: Place['on']; readonly revision: number },
): Promise<Result<unknown, { readonly code: string; readonly detail: string }>> {
  const day = on.ago(saying.ago);
  switch (saying.says) {
    case 'assess': {
      const [likelihood, impact] = saying.at;
      const { of, why } = saying;
      return assess(work, code, {
        of,
        likelihood: likelihood - 1,
        impact: impact - 1,
        justification: why,
        on: day,
      });
    }
    case 'treat': {
      const { option, plan, controls = [], owner, due } = saying;
      return treat(work, code, {
        option,
        plan,
        controls,
        owner,
        due: due === undefined ? undefined : on.ago(due),
      });
    }
    case 'accept': {
      const { role, why, conditions = '', until } = saying;
      const by = work.scope.principal.name;
      return accept(work, code, { by, role, reason: why, conditions, on: day, until: on.ago(until) });
    }
    case 'review': {
      const { outcome, note, next } = saying;
      return review(work, code, { outcome, note, on: day, next: on.ago(next) });
    }
    case 'close':
      return changeRisk(work, code, { ifMatch: `"${revision}"`, to: {}, closed: saying.why });
  }
}

/** Where nobody else is named, the security lead did it. */
function byLead(
  place: Place,
  when: { readonly ago: number; readonly time: string; readonly by?: string },
  run: Parameters<typeof act>[2],
): Act {
  return act(place, { by: OWNERS.security_lead, ...when }, run);
}
