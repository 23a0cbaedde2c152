// Several files at once: what each is and what came of it; one is looked at below.
import { bytesText } from '../../../ui/bytes.ts';
import { StatusMark } from '../../../ui/marks.tsx';
import type { Item } from './queue.ts';
import { Progress } from './Progress.tsx';
import type { Bring } from './useBring.ts';

interface Props {
  readonly items: readonly Item[];
  readonly current: number | undefined;
  readonly choose: (id: number) => void;
  readonly bring: Bring;
}

export function QueueTable({ items, current, choose, bring }: Props) {
  return (
    <div className="table-wrap">
      <table className="table cards queue">
        <caption className="sr">Files</caption>
        <thead>
          <tr>
            <th>File</th>
            <th className="num">Size</th>
            <th>Read as</th>
            <th className="num">Results</th>
            <th className="num">Changed</th>
            <th>State</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id} className={item.id === current ? 'picked' : undefined}>
              <td className="grow">
                <button
                  type="button"
                  className="linklike"
                  aria-current={item.id === current}
                  onClick={() => choose(item.id)}
                >
                  {item.path}
                </button>
              </td>
              <td className="num">{bytesText(item.file.size)}</td>
              {item.step.kind === 'read' ? (
                <>
                  <td>{item.step.of.reader_title}</td>
                  <td className="num">{item.step.of.total}</td>
                  <td className="num">{item.step.of.change.new + item.step.of.change.changed}</td>
                  <td>
                    <StatusMark state={stateOf(item.step.of, item.here)}>
                      {WORDS[stateOf(item.step.of, item.here)]}
                    </StatusMark>
                  </td>
                </>
              ) : (
                <td colSpan={4}>
                  {item.step.kind === 'stopped' ? (
                    <StatusMark state="refused">{item.step.why}</StatusMark>
                  ) : (
                    <Progress item={item} cancel={() => bring.cancel(item)} />
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const WORDS: Readonly<Record<string, string>> = {
  planned: 'Not committed',
  committed: 'Committed',
  undone: 'Undone',
  refused: 'Refused',
  interrupted: 'Interrupted',
  unchanged: 'Here already',
};

function stateOf(of: { readonly state: string; readonly same_as: string | null }, here: boolean): string {
  if (here && of.state === 'committed') return 'unchanged';
  if (of.state !== 'pending') return of.state;
  return of.same_as === null ? 'planned' : 'unchanged';
}
