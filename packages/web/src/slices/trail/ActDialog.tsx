// One act: who, from where, why, and every field before and after.
import { Dialog } from '../../ui/Dialog.tsx';
import { minuteOf, useAct, VIA_WORDS, valueWords, type ActChanges } from './trail.ts';

interface Props {
  readonly org: string;
  readonly entry: string;
  readonly close: () => void;
}

export function ActDialog({ org, entry, close }: Props) {
  const { data, error } = useAct(org, entry);
  return (
    <Dialog title={data ? `${data.action} ${data.object}` : `Entry ${entry}`} close={close}>
      {error ? <p role="alert">{error.message}</p> : null}
      {data ? <Told act={data} /> : null}
      <div className="toolbar">
        <button type="button" className="button" onClick={close}>
          Close
        </button>
      </div>
    </Dialog>
  );
}

function Told({ act }: { readonly act: ActChanges }) {
  const from = [VIA_WORDS[act.via?.kind ?? ''], act.address].filter((each) => typeof each === 'string');
  return (
    <>
      <p>
        {minuteOf(act.at)} UTC, {act.actor?.name ?? 'somebody from before the trail'}
        {act.on_behalf_of === null ? '' : ` for ${act.on_behalf_of}`}
        {from.length === 0 ? '' : ` (${from.join(', ')})`}
        {act.reason === null ? '' : `: ${act.reason}`}
      </p>
      {act.changes.length === 0 ? (
        <p className="muted">The record says nothing else.</p>
      ) : (
        <div className="table-wrap">
          <table className="table">
            <caption className="sr">Fields before and after</caption>
            <thead>
              <tr>
                <th scope="col">Field</th>
                <th scope="col">Before</th>
                <th scope="col">After</th>
              </tr>
            </thead>
            <tbody>
              {act.changes.map(({ thing, path, before, after }) => (
                <tr key={`${thing} ${path}`}>
                  <th scope="row" className="mono small">
                    {path}
                  </th>
                  <td>{valueWords(before)}</td>
                  <td>{valueWords(after)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="muted small">
        Entry {act.index} of the ledger{act.request_id === null ? '' : `, request ${act.request_id}`}
      </p>
    </>
  );
}
