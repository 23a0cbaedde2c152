// Adds a framework of one's own: a file is read, shown, and only then kept.
import { routes } from '@assay/contract';
import { useState } from 'react';
import { ApiFailure, api, take, useChange } from '../../data/api.ts';

type Catalogue = ReturnType<(typeof bodyOf)['parse']>;
const bodyOf = routes['frameworks.add'].body;

interface Seen {
  readonly file: string;
  readonly body: Catalogue;
  readonly title: string;
  readonly id: string;
  readonly count: number;
}

export function AddFramework({ org }: { readonly org: string }) {
  const change = useChange(org);
  const [seen, setSeen] = useState<Seen | undefined>();
  const [problems, setProblems] = useState<readonly string[]>([]);
  const look = async (file: File | undefined): Promise<void> => {
    setSeen(undefined);
    setProblems([]);
    if (!file) return;
    try {
      const body = bodyOf.parse(JSON.parse(await file.text()));
      const found = take(await api['frameworks.add']({ params: { org }, query: { dry_run: 'true' }, body }));
      setSeen({ file: file.name, body, title: found.title, id: found.id, count: found.requirement_count });
    } catch (cause) {
      setProblems(said(cause));
    }
  };
  return (
    <section className="section" aria-labelledby="own">
      <h2 id="own">A framework of your own</h2>
      <p className="prose">
        A catalogue as a file: Assay’s own format or an OSCAL catalogue in JSON. It is shown first and kept
        only when you say so. Its requirements are then mapped to the same controls.
      </p>
      <label className="field">
        <span>Catalogue file</span>
        <input
          className="input"
          type="file"
          accept=".json,application/json"
          onChange={(event) => void look(event.target.files?.[0])}
        />
      </label>
      {problems.map((problem) => (
        <p className="problem" role="alert" key={problem}>
          {problem}
        </p>
      ))}
      {seen ? (
        <div className="stack">
          <p>
            <strong>{seen.title}</strong> as <code>{seen.id}</code>, {seen.count} requirements, from{' '}
            {seen.file}.
          </p>
          <div>
            <button
              type="button"
              className="button primary"
              onClick={() => {
                change.mutate({
                  act: () => api['frameworks.add']({ params: { org }, body: seen.body }),
                  done: `${seen.title} is added.`,
                });
                setSeen(undefined);
              }}
            >
              Add {seen.id}
            </button>
          </div>
        </div>
      ) : null}
    </section>
  );
}

/** Each problem with the place in the file where it stands. */
function said(cause: unknown): readonly string[] {
  if (cause instanceof SyntaxError) return [`The file is not JSON: ${cause.message}`];
  if (!(cause instanceof ApiFailure)) return ['The file could not be read.'];
  const { failure } = cause;
  const errors = 'errors' in failure ? (failure.errors ?? []) : [];
  if (errors.length === 0) return [failure.detail];
  return errors.map((each) => `${each.pointer || 'the file'}: ${each.message}`);
}
