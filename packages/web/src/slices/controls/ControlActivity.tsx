// What is done, by whom, how often; whether it is in place; what an auditor will ask for.
import { api, useChange } from '../../data/api.ts';
import type { Control } from '../../data/rows.ts';
import { said } from '../../ui/words.ts';
import { DecideControl } from './DecideControl.tsx';

interface Props {
  readonly org: string;
  readonly control: Control;
  readonly past: boolean;
}

export function ControlActivity({ org, control, past }: Props) {
  const change = useChange(org);
  const params = { org, control: control.code };
  return (
    <div className="pair wide-left">
      <section className="side" aria-labelledby="done">
        <h2 id="done">What is done</h2>
        <p className="prose">{control.activity}</p>
        <dl className="facts">
          <dt>Owner</dt>
          <dd>{control.state.owner ?? said(control.owner_role)}</dd>
          <dt>Kind</dt>
          <dd>
            {control.kind}, {said(control.frequency)}
          </dd>
          <dt>Evidence is fresh for</dt>
          <dd>{control.freshness_days} days</dd>
          <dt>First effort</dt>
          <dd>{control.effort_days} person-days</dd>
        </dl>
        {past ? null : (
          <DecideControl
            state={control.state}
            decide={(decision, done) =>
              change.mutate({
                act: () => api['controls.decide']({ params, body: decision }),
                done,
                undo: () => api['controls.decide']({ params, body: before(control.state) }),
              })
            }
          />
        )}
      </section>
      <section className="side" aria-labelledby="asked">
        <h2 id="asked">What an auditor asks for</h2>
        <p className="prose">{control.evidence_wanted.ask}</p>
        <h3>Passes</h3>
        <p className="prose muted">{control.evidence_wanted.good}</p>
        <h3>Is sent back</h3>
        <p className="prose muted">{control.evidence_wanted.bad}</p>
      </section>
    </div>
  );
}

/** The decision that leads back to a state. */
function before(state: Control['state']) {
  if (state.state === 'not_adopted')
    return { state: 'not_adopted' as const, because: state.because ?? 'as before' };
  if (state.state === 'adopted')
    return {
      state: 'adopted' as const,
      implementation: state.implementation ?? ('planned' as const),
      ...(state.owner === null ? {} : { owner: state.owner }),
    };
  return { state: 'undecided' as const };
}
