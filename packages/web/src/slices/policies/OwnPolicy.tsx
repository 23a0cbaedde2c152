// A policy of one's own: a title, and a file that is there already or a text that is written next.
import { useNavigate } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api } from '../../data/api.ts';
import { tell } from '../../data/toasts.ts';
import { upload } from '../../data/upload.ts';

export function OwnPolicy({ org }: { readonly org: string }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const [file, setFile] = useState<File>();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const begin = async (): Promise<void> => {
    const body = { title: title.trim(), ...(await contentOf(org, title.trim(), file)) };
    const made = await api['policies.create']({ params: { org }, body });
    if (!made.ok) throw new Error(made.error.detail);
    await client.invalidateQueries({ queryKey: ['org', org] });
    const { code, version } = made.value.data;
    tell(`${code} ${title.trim()} is a draft`);
    const params = { org, policy: code };
    if (file) await navigate({ to: '/o/$org/policies/$policy', params });
    else if (version > 0) await navigate({ to: '/o/$org/policies/$policy/edit', params });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setProblem(undefined);
    setBusy(true);
    begin()
      .catch((cause: unknown) =>
        setProblem(cause instanceof Error ? cause.message : 'The file could not be sent.'),
      )
      .finally(() => setBusy(false));
  };
  return (
    <section className="section" aria-labelledby="own">
      <div className="section-head">
        <h2 id="own">Your own</h2>
      </div>
      <form className="field-row own-policy" onSubmit={submit}>
        <label className="field">
          <span>Title</span>
          <input
            className="input"
            required
            minLength={3}
            maxLength={200}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        </label>
        <label className="field">
          <span>File, where there is one: .docx, .pdf or .md</span>
          <input
            type="file"
            accept=".docx,.pdf,.md,.markdown"
            onChange={(event) => setFile(event.target.files?.[0])}
          />
        </label>
        <button type="submit" className="button" disabled={busy}>
          {file ? 'Bring the file' : 'Write it here'}
        </button>
      </form>
      {problem === undefined ? null : (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
    </section>
  );
}

async function contentOf(org: string, title: string, file: File | undefined) {
  if (!file) return { text: `## Purpose\n\nWhat ${title} is for.\n\n## Rules\n\n1. \n` };
  const { sha256 } = await upload(org, file, () => undefined).done;
  return { file: { artefact: sha256, filename: file.name } };
}
