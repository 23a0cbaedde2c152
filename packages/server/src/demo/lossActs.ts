// Risk in money as acts: what is tolerated, what controls cost, and each risk's estimate.
import { costControl, estimate, tolerate } from '../slices/risks/losses/losses.usecases.ts';
import { act, type Act, type Place } from './act.ts';
import { COSTS, LOSSES } from './losses/estimates.ts';
import { OWNERS } from './people.ts';

/** Days before today on which the founder said what a bad year may cost, and finance what controls do. */
const TOLERATED = 72;
const COSTED = 62;
const UNSAID = '"0"';

export function lossActs(place: Place): readonly Act[] {
  return [
    act(place, { ago: TOLERATED, time: '10:00', by: OWNERS.founder }, (work) =>
      tolerate(
        work,
        {
          currency: 'EUR',
          line: { often: { loss: 150_000, share: 0.1 }, rare: { loss: 900_000, share: 0.01 } },
          justification:
            'A bad year may take the profit of one quarter; a very bad one the reserves, and no more.',
        },
        UNSAID,
      ),
    ),
    ...LOSSES.map(({ risk, ago, by, inherent, residual }) =>
      act(place, { ago, time: '14:30', by }, (work) => {
        const half = ([model, justification]: typeof inherent) => ({
          ...model,
          justification,
          on: place.on.ago(ago),
        });
        return estimate(
          work,
          risk,
          { inherent: half(inherent), residual: residual && half(residual) },
          UNSAID,
        );
      }),
    ),
    ...COSTS.map(([control, cost, note]) =>
      act(place, { ago: COSTED, time: '15:00', by: OWNERS.finance_lead }, (work) =>
        costControl(work, control, { cost, note }, UNSAID),
      ),
    ),
  ];
}
