// What Harbourline answered the advice: where its buyers are, and the deals that wait.
import type { SaidAnswers } from '@assay/contract';
import { sayAnswers, sayFigure } from '../slices/advisor/advisor.module.ts';
import { act, type Act, type Place } from './act.ts';
import type { Calendar } from './calendar.ts';
import { OWNERS } from './people.ts';

/** Days before today on which sales and founder sat down, and on which an offer came. */
const ANSWERED = 24;
const OFFERED = 12;
const UNSAID = '"0"';

export function adviceActs(place: Place): readonly Act[] {
  return [
    act(place, { ago: ANSWERED, time: '16:00', by: OWNERS.founder }, (work) =>
      sayAnswers(work, answers(place.on), UNSAID),
    ),
    act(place, { ago: OFFERED, time: '11:20', by: OWNERS.finance_lead }, (work) =>
      sayFigure(
        work,
        'rate.auditor',
        {
          value: { min: 1250, mode: 1350, max: 1450 },
          currency: 'EUR',
          because: 'Two offers of certification bodies, for the three-year cycle.',
        },
        UNSAID,
      ),
    ),
  ];
}

/** Most of the pipeline is American, and so is the larger deal; one in Europe waits for a certificate. What was asked nobody counted yet. */
function answers(on: Calendar): SaidAnswers {
  return {
    currency: 'EUR',
    rates: { USD: 0.92 },
    buyers: [
      { region: 'united_states', segment: 'saas', percent: 88 },
      { region: 'european_union', segment: 'enterprise', percent: 8 },
      { region: 'united_kingdom', segment: 'enterprise', percent: 4 },
    ],
    deals: [
      {
        name: 'Larkspur Freight',
        amount: 64_000,
        currency: 'USD',
        due: on.ago(-150),
        needs: 'soc2_type2',
        period_days: 90,
      },
      { name: 'Nordhafen Logistik', amount: 9_000, currency: 'EUR', due: on.ago(-210), needs: 'iso27001' },
    ],
    // Founder and people lead have little time beside their work: what waits for them is what makes stage 2 late.
    capacity: {
      founder: 2,
      security_lead: 14,
      engineering_lead: 4,
      platform_engineer: 7,
      people_lead: 2,
      it_admin: 3,
      product_lead: 2,
      finance_lead: 1,
      legal_counsel: 2,
    },
    runway_months: 22,
    budget: 120_000,
  };
}
