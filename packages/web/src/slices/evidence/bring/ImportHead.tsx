// The sentence of an import and the two acts: commit it whole, undo it whole.
import { Link } from '@tanstack/react-router';
import { StatusMark } from '../../../ui/marks.tsx';
import type { ImportRow } from '../records.ts';
import { importSentence } from './sentence.ts';

interface Props {
  readonly org: string;
  readonly of: ImportRow;
  /** Settings were changed and are not in the dry run yet. */
  readonly dirty?: boolean;
  readonly commit: () => void;
  readonly undo: () => void;
}

export function ImportHead({ org, of, dirty = false, commit, undo }: Props) {
  return (
    <section className="section import-head" aria-labelledby="dry-run">
      <h2 id="dry-run" tabIndex={-1}>
        {of.filename}: {importSentence(of)}
      </h2>
      {of.outside_every_window ? (
        <p className="note">
          <StatusMark state="outside_window">
            It lies outside the examined SOC 2 period and will not count there.
          </StatusMark>
        </p>
      ) : null}
      <div className="toolbar">
        {of.state === 'pending' && of.same_as === null ? (
          <button
            type="button"
            className="button primary"
            disabled={dirty}
            title={dirty ? 'Read it again with the new settings first' : undefined}
            onClick={commit}
          >
            Commit {of.total > 0 ? `${of.total} results` : 'the file'}
          </button>
        ) : null}
        {of.state === 'committed' && of.evidence !== null ? (
          <>
            <StatusMark state="committed">Committed as {of.evidence}</StatusMark>
            <Link className="button" to="/o/$org/evidence/$evidence" params={{ org, evidence: of.evidence }}>
              Open {of.evidence}
            </Link>
            <button type="button" className="button quiet" onClick={undo}>
              Undo the whole import
            </button>
          </>
        ) : null}
        {of.state === 'undone' ? <StatusMark state="undone">Undone; the history keeps it</StatusMark> : null}
        {of.state === 'refused' ? <StatusMark state="refused">Nothing was changed</StatusMark> : null}
        {of.state === 'pending' && of.same_as !== null ? (
          <>
            <StatusMark state="planned">Nothing changes</StatusMark>
            <Link to="/o/$org/import" params={{ org }} search={{ id: of.same_as }}>
              The import that brought it
            </Link>
          </>
        ) : null}
      </div>
    </section>
  );
}
