// The states of a list as words with their shapes and counts: legend and filter in one. A second press shows all.
import { ShapeIcon, stateOf } from './marks.tsx';

interface Props {
  /** In the order in which they are shown; states that do not occur are left out. */
  readonly states: readonly string[];
  readonly countOf: (state: string) => number;
  readonly chosen: string | undefined;
  readonly choose: (state: string | undefined) => void;
  readonly label: string;
}

export function StateFilter({ states, countOf, chosen, choose, label }: Props) {
  return (
    <div className="states" role="group" aria-label={label}>
      {states
        .filter((state) => countOf(state) > 0 || state === chosen)
        .map((state) => {
          const [word, shape, colour] = stateOf(state);
          return (
            <button
              key={state}
              type="button"
              aria-pressed={state === chosen}
              onClick={() => choose(state === chosen ? undefined : state)}
            >
              <span className={`status-${colour}`}>
                <ShapeIcon shape={shape} />
              </span>
              {word} <span className="muted">{countOf(state)}</span>
            </button>
          );
        })}
    </div>
  );
}
