// A legal hold, and erasure: first what goes, then why and on which basis, then for good.
import { useState } from 'react';
import { api, useChange, useOrg, useSession } from '../../../data/api.ts';
import { Asking, Because, isReason } from '../../../ui/Asking.tsx';
import { ReasonDialog } from '../../../ui/ReasonDialog.tsx';
import type { EvidenceRow } from '../records.ts';

interface Props {
  readonly org: string;
  readonly row: EvidenceRow;
}

export function HoldAndErase({ org, row }: Props) {
  const session = useSession();
  const [asking, setAsking] = useState<'hold' | 'erase'>();
  const own = session.data?.organisations.find(({ slug }) => slug === org);
  if (own?.permissions.includes('evidence.erase') !== true) return null;
  const close = (): void => setAsking(undefined);
  return (
    <>
      <button type="button" className="button quiet" onClick={() => setAsking('hold')}>
        {row.hold ? 'Lift the hold …' : 'Hold …'}
      </button>
      {row.hold ? null : (
        <button type="button" className="button quiet" onClick={() => setAsking('erase')}>
          Erase …
        </button>
      )}
      {asking === 'hold' ? <HoldDialog org={org} row={row} close={close} /> : null}
      {asking === 'erase' ? <EraseDialog org={org} row={row} close={close} /> : null}
    </>
  );
}

function HoldDialog({ org, row, close }: Props & { readonly close: () => void }) {
  const change = useChange(org);
  const params = { org, evidence: row.code };
  const hold = row.hold === null;
  const say = (on: boolean, reason: string) => api['evidence.hold']({ params, body: { hold: on, reason } });
  return (
    <ReasonDialog
      title={hold ? `Hold ${row.code}` : `Lift the hold on ${row.code}`}
      ask={hold ? 'Why must it not be erased? For example the case.' : 'Why may it be erased again?'}
      act={hold ? 'Hold it' : 'Lift the hold'}
      longest={2000}
      close={close}
      give={(reason) =>
        change.mutate({
          act: () => say(hold, reason),
          done: hold ? `${row.code} is held.` : `${row.code} is not held any more.`,
          undo: () => say(!hold, row.hold?.reason ?? 'Taken back'),
        })
      }
    />
  );
}

function EraseDialog({ org, row, close }: Props & { readonly close: () => void }) {
  const change = useChange(org);
  const [reason, setReason] = useState('');
  const [basis, setBasis] = useState('');
  const params = { org, evidence: row.code };
  const would = useOrg(org, ['erases', row.code], () =>
    api['evidence.erase']({ params, query: { dry_run: 'true' }, body: { reason: 'asked', basis: 'asked' } }),
  );
  const goes = would.data?.goes;
  return (
    <Asking
      title={`Erase ${row.code} for good`}
      act="Erase it for good"
      ready={goes !== undefined && isReason(reason) && basis.trim().length >= 3}
      waits="A reason and a legal basis are needed first"
      close={close}
      submit={() =>
        change.mutate({
          act: () =>
            api['evidence.erase']({
              params,
              query: {},
              body: { reason: reason.trim(), basis: basis.trim() },
            }),
          done: `${row.code} is erased; the ledger says by whom and why.`,
        })
      }
    >
      {would.error ? (
        <p className="problem">
          {would.error instanceof Error ? would.error.message : 'It cannot be erased.'}
        </p>
      ) : null}
      {goes ? (
        <p>
          {goes.evidence.join(', ')}: {goes.artefacts.length} {goes.artefacts.length === 1 ? 'file' : 'files'}{' '}
          and {goes.rows} {goes.rows === 1 ? 'row' : 'rows'} that were read out of them. Nobody can bring them
          back. The record stays and says that it was erased; it counts for nothing.
        </p>
      ) : null}
      <Because question="Why is it erased?" value={reason} change={setReason} first longest={2000} />
      <label className="field">
        <span>Legal basis</span>
        <input
          className="input"
          required
          minLength={3}
          maxLength={200}
          placeholder="GDPR Art. 17(1)(b)"
          value={basis}
          onChange={(event) => setBasis(event.target.value)}
        />
      </label>
    </Asking>
  );
}
