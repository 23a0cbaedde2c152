// Reasons with their counts: legend and filter in one; a second press shows all.
import { ShapeIcon, stateOf } from '../../../ui/marks.tsx';
import { WHYS, type Why } from '../reasons.ts';

const WORDS: Readonly<Record<Why, readonly [string, string]>> = {
  pending: ['To review', 'pending'],
  outside_window: ['Outside the SOC 2 period', 'outside_window'],
  unmapped: ['No control', 'undecided'],
  late: ['Captured late', 'stale'],
};

export function WhyFilter(props: {
  readonly counts: Readonly<Record<Why, number>>;
  readonly chosen: Why | undefined;
  readonly choose: (why: Why | undefined) => void;
}) {
  return (
    <div className="states" role="group" aria-label="Reason">
      {WHYS.filter((why) => props.counts[why] > 0 || why === props.chosen).map((why) => {
        const [word, state] = WORDS[why];
        return (
          <button
            key={why}
            type="button"
            aria-pressed={why === props.chosen}
            onClick={() => props.choose(why === props.chosen ? undefined : why)}
          >
            <WhyMark state={state} />
            {word} <span className="faint">{props.counts[why]}</span>
          </button>
        );
      })}
    </div>
  );
}

/** Shape and colour of a reason. */
function WhyMark({ state }: { readonly state: string }) {
  const [, shape, colour] = stateOf(state);
  return (
    <span className={`status-${colour}`}>
      <ShapeIcon shape={shape} />
    </span>
  );
}
