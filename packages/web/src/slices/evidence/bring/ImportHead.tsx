// The sentence of an import and what can be done with it: commit it whole, undo it whole, read it again, throw it away.
import { Link } from '@tanstack/react-router';
import { StatusMark } from '../../../ui/marks.tsx';
import type { ImportRow } from '../records.ts';
import { importSentence } from './sentence.ts';

export interface ImportActs {
  readonly commit: () => void;
  readonly undo: () => void;
  readonly readAgain: () => void;
  readonly discard: () => void;
}

interface Props {
  readonly org: string;
  readonly of: ImportRow;
  /** Settings were changed and are not in the dry run yet. */
  readonly dirty?: boolean;
  /** It counted before it was brought once more. */
  readonly here?: boolean;
  readonly acts: ImportActs;
}

export function ImportHead({ org, of, dirty = false, here = false, acts }: Props) {
  return (
    <section className="section import-head" aria-labelledby="dry-run">
      <h2 id="dry-run" tabIndex={-1}>
        {of.filename}: {importSentence(of, here)}
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
            onClick={acts.commit}
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
            <button type="button" className="button quiet" onClick={acts.undo}>
              Undo the whole import
            </button>
          </>
        ) : null}
        {of.state === 'undone' ? <StatusMark state="undone">Undone; the history keeps it</StatusMark> : null}
        {of.state === 'refused' ? <StatusMark state="refused">Nothing was changed</StatusMark> : null}
        {of.state === 'interrupted' ? (
          <>
            <StatusMark state="interrupted">Nothing was changed</StatusMark>
            <button type="button" className="button primary" onClick={acts.readAgain}>
              Read it again
            </button>
          </>
        ) : null}
        {['pending', 'interrupted', 'refused'].includes(of.state) ? (
          <button type="button" className="button quiet" onClick={acts.discard}>
            Throw it away
          </button>
        ) : null}
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
