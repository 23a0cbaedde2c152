// Decided, in place, proved for one requirement, and the recorded word on it.
import type { RequirementPosture } from '../../data/rows.ts';
import { StatusMark } from '../../ui/marks.tsx';

interface Props {
  readonly requirement: RequirementPosture;
  /** Opens the decision; absent where there is none to take. */
  readonly decide: (() => void) | undefined;
}

export function RequirementState({ requirement, decide }: Props) {
  return (
    <section className="section" aria-label="State">
      <dl className="facts across">
        <dt>State</dt>
        <dd>
          <StatusMark state={requirement.state} />
        </dd>
        <dt>Decided</dt>
        <dd>
          {decided(requirement)}
          {decide ? (
            <>
              {' '}
              <button type="button" className="plain" onClick={decide}>
                {requirement.decision === null ? 'decide' : 'change'}
              </button>
            </>
          ) : null}
        </dd>
        <dt>In place</dt>
        <dd>{requirement.in_place ? 'yes' : 'not yet'}</dd>
        <dt>Proved</dt>
        <dd>{requirement.proved ? 'yes' : 'no'}</dd>
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
