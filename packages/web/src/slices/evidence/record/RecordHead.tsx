// Name, computed sentence and what can be done with the whole record.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, useChange } from '../../../data/api.ts';
import { PageHead } from '../../../ui/page.tsx';
import type { EvidenceRow } from '../records.ts';
import { EditDialog } from './EditDialog.tsx';
import { recordSentence } from './sentence.ts';

export function RecordHead({ org, row }: { readonly org: string; readonly row: EvidenceRow }) {
  const change = useChange(org);
  const [editing, setEditing] = useState(false);
  const params = { org, evidence: row.code };
  return (
    <>
      <PageHead
        title={
          <>
            <span className="mono faint">{row.code}</span> {row.title}
          </>
        }
        name={`${row.code} ${row.title}`}
        crumbs={
          <>
            <Link to="/o/$org/evidence/library" params={{ org }}>
              Evidence
            </Link>
            <Link to="/o/$org/evidence/library" params={{ org }} search={{ kind: row.kind }}>
              {row.kind}
            </Link>
          </>
        }
        sentence={recordSentence(row)}
      >
        {row.erased ? null : row.withdrawn ? (
          <button
            type="button"
            className="button"
            onClick={() =>
              change.mutate({
                act: () => api['evidence.restore']({ params }),
                done: `${row.code} stands again.`,
                undo: () => api['evidence.withdraw']({ params }),
              })
            }
          >
            Restore
          </button>
        ) : (
          <>
            <button type="button" className="button" onClick={() => setEditing(true)}>
              Correct …
            </button>
            <button
              type="button"
              className="button quiet"
              onClick={() =>
                change.mutate({
                  act: () => api['evidence.withdraw']({ params }),
                  done: `${row.code} is withdrawn; its history stays.`,
                  undo: () => api['evidence.restore']({ params }),
                })
              }
            >
              Withdraw
            </button>
          </>
        )}
      </PageHead>
      {editing ? <EditDialog org={org} row={row} close={() => setEditing(false)} /> : null}
    </>
  );
}
