// What the changed inputs would make of the advice, in sight wherever one types; it records them or takes them back.
import { api, useChange } from '../../../data/api.ts';
import { answersField } from '@assay/contract';
import type { Advice, Fault } from '../advice.ts';
import { answersToKeep, countOf, type Edits } from './edits.ts';
import { movedWords } from './moved.ts';

interface Props {
  readonly org: string;
  readonly advice: Advice;
  readonly tried: Advice | undefined;
  readonly edits: Edits;
  readonly faults: readonly Fault[];
  readonly done: () => void;
}

export function TrialBar({ org, advice, tried, edits, faults, done }: Props) {
  const change = useChange(org);
  const { given, revision } = advice.answers;
  const count = countOf(edits);
  const put = (at: number, body: Parameters<(typeof api)['advice_answers.put']>[0]['body']) =>
    api['advice_answers.put']({ params: { org }, ifMatch: `"${at}"`, body });
  const record = (): void =>
    change.mutate(
      {
        act: () => put(revision, answersToKeep(edits, given, advice.passed)),
        done: count === 1 ? 'The answer is recorded.' : `${count} answers are recorded.`,
        undo: () => put(revision + 1, answersField.parse(given)),
      },
      { onSuccess: done },
    );
  return (
    <aside className="advice-trial" aria-label="What would be advised">
      <p role="status">
        {faults.length > 0 ? (
          <span className="problem">
            {faults.length === 1 ? faults[0]?.message : `${faults.length} things to mend first.`}
          </span>
        ) : tried === undefined ? (
          <span className="muted">…</span>
        ) : (
          <>
            <strong>
              {tried.recommended === advice.recommended
                ? `Still ${advice.title}.`
                : `Would be ${tried.title} instead of ${advice.title}.`}
            </strong>{' '}
            <span className="small muted">{movedWords(advice, tried)} Nothing is recorded yet.</span>
          </>
        )}
      </p>
      <span className="ids">
        <button
          type="button"
          className="button primary"
          disabled={faults.length > 0 || change.isPending}
          onClick={record}
        >
          Record {count === 1 ? 'the change' : `${count} changes`}
        </button>
        <button type="button" className="button quiet" onClick={done}>
          Take back
        </button>
      </span>
    </aside>
  );
}
