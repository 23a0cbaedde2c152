// Replaces the artefact: first what leans on the record, then the new file and why.
import { useState } from 'react';
import { api, useChange, useOrg } from '../../../data/api.ts';
import { upload, type Sent } from '../../../data/upload.ts';
import { bytesText } from '../../../ui/bytes.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { IdList } from '../../../ui/IdList.tsx';
import { ControlId, RequirementId } from '../../../ui/links.tsx';
import type { EvidenceRow } from '../records.ts';

interface Props {
  readonly org: string;
  readonly row: EvidenceRow;
  readonly close: () => void;
}

export function ReplaceDialog({ org, row, close }: Props) {
  const change = useChange(org);
  const params = { org, evidence: row.code };
  const [sent, setSent] = useState<Sent>();
  const [why, setWhy] = useState<string>();
  const [note, setNote] = useState('');
  const [performed, setPerformed] = useState(row.performed_at);
  const touched = useOrg(org, ['touches', row.code], () =>
    api['evidence.replace']({
      params,
      query: { dry_run: 'true' },
      body: { artefact: row.artefact.sha256, note: 'what it touches' },
    }),
  );
  const same = sent?.sha256 === row.artefact.sha256;
  const send = (file: File | undefined): void => {
    if (!file) return;
    setWhy(undefined);
    upload(org, file, () => undefined).done.then(setSent, (cause: unknown) =>
      setWhy(cause instanceof Error ? cause.message : 'The file could not be sent.'),
    );
  };
  const replace = (): void => {
    if (!sent) return;
    close();
    change.mutate({
      act: () =>
        api['evidence.replace']({
          params,
          query: {},
          body: { artefact: sent.sha256, note: note.trim(), performed_at: performed },
        }),
      done: `${row.code} has a new artefact and waits for review.`,
    });
  };
  const touches = touched.data?.touches;
  return (
    <Dialog title={`Replace the artefact of ${row.code}`} close={close}>
      {touches ? (
        <dl className="facts">
          <dt>Controls</dt>
          <dd>
            <IdList ids={touches.controls} most={6} link={(code) => <ControlId org={org} code={code} />} />
          </dd>
          <dt>ISO/IEC 27001</dt>
          <dd>
            <IdList ids={touches.iso} most={6} link={(ref) => <RequirementId org={org} reference={ref} />} />
          </dd>
          <dt>SOC 2</dt>
          <dd>
            <IdList ids={touches.soc2} most={6} link={(ref) => <RequirementId org={org} reference={ref} />} />
          </dd>
        </dl>
      ) : null}
      <p className="small muted">
        All of these lean on it. The present file stays in the history, and the new one waits for a reviewer.
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          replace();
        }}
      >
        <label className="field">
          <span>New file</span>
          <input type="file" required onChange={(event) => send(event.target.files?.[0])} />
          {sent ? (
            <small>
              {bytesText(sent.size)}, SHA-256 <span className="mono">{sent.sha256.slice(0, 16)}…</span>
              {same ? ' — these are the very bytes that are here' : ''}
            </small>
          ) : null}
        </label>
        {why === undefined ? null : <p className="problem">{why}</p>}
        <label className="field">
          <span>Performed on</span>
          <input
            className="input"
            type="date"
            value={performed}
            onChange={(event) => setPerformed(event.target.value)}
          />
        </label>
        <label className="field">
          <span>Why is it replaced?</span>
          <input
            className="input"
            required
            minLength={3}
            maxLength={2000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </label>
        <div className="toolbar">
          <button type="submit" className="button primary" disabled={!sent || same}>
            Replace the file
          </button>
          <button type="button" className="button quiet" onClick={close}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
