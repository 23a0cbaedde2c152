// What a sample says, as a shape and a word.
import { ShapeIcon } from '../../../ui/marks.tsx';
import { stateOfSample, type SampleRow } from './samples.ts';

const MARKS = {
  void: ['Void', 'dashed', 'none'],
  open: ['Open', 'outlined', 'late'],
  deviations: ['Deviations', 'crossed', 'fail'],
  no_deviation: ['No deviation', 'filled', 'pass'],
} as const;

export function SampleState({ sample }: { readonly sample: Pick<SampleRow, 'voided' | 'sheet'> }) {
  const state = stateOfSample(sample);
  const [word, shape, colour] =
    state === 'void' || state === 'deviations' || state === 'no_deviation' ? MARKS[state] : MARKS.open;
  return (
    <span className="mark">
      <span className={`status-${colour}`}>
        <ShapeIcon shape={shape} />
      </span>
      <span className="word">{word}</span>
    </span>
  );
}
