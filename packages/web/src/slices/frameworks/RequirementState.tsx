// Decided, in place, proved for one requirement, and the recorded word on it.
import type { RequirementPosture } from '../../data/rows.ts';
import { StatusMark } from '../../ui/marks.tsx';
import { Term } from '../../ui/Term.tsx';

interface Props {
  readonly requirement: RequirementPosture;
  /** Opens the decision; absent where there is none to take. */
  readonly decide: (() => void) | undefined;
}

export function RequirementState({ requirement, decide }: Props) {
  return (
    <section className="section" aria-label="State">
      <dl className="facts across">
        <div>
          <dt>State</dt>
          <dd>
            <StatusMark state={requirement.state} />
          </dd>
        </div>
        <div>
          <dt>
            <Term>In place</Term>
          </dt>
          <dd>{requirement.in_place ? 'yes' : 'not yet'}</dd>
        </div>
        <div>
          <dt>
            <Term>Proved</Term>
          </dt>
          <dd>{requirement.proved ? 'yes' : 'no'}</dd>
        </div>
        <div>
          <dt>
            <Term>Decided</Term>
          </dt>
          <dd>
            {decided(requirement)}{' '}
            {decide ? (
              <button type="button" className="plain" onClick={decide}>
                {requirement.decision === null ? 'decide' : 'change'}
              </button>
            ) : null}
          </dd>
        </div>
      </dl>
    </section>
  );
}

function decided(requirement: RequirementPosture): string {
  if (requirement.kind === 'clause') return 'yes, clauses 4 to 10 always apply';
  if (!requirement.decided) return 'not yet';
  const word = requirement.applies ? 'applies' : 'does not apply';
  return requirement.decision === null ? word : `${word}: ${requirement.decision}`;
}
