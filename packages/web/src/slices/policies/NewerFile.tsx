// A newer file in the place of the one that a policy was brought as; after approval it begins the next version.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../data/api.ts';
import { tell } from '../../data/toasts.ts';
import { upload } from '../../data/upload.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import type { Policy } from './policies.ts';

interface Props {
  readonly org: string;
  readonly policy: Policy;
  readonly ifMatch: string;
  readonly close: () => void;
}

export function NewerFile({ org, policy, ifMatch, close }: Props) {
  const client = useQueryClient();
  const [file, setFile] = useState<File>();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const bring = async (given: File): Promise<void> => {
    const { sha256 } = await upload(org, given, () => undefined).done;
    const done = await api['policies.change']({
      params: { org, policy: policy.code },
      ifMatch,
      body: { file: { artefact: sha256, filename: given.name } },
    });
    if (!done.ok) throw new Error(done.error.detail);
    await client.invalidateQueries({ queryKey: ['org', org] });
    tell(`${given.name} is version ${done.value.data.version} of ${policy.code}`);
    close();
  };
  return (
    <Dialog title={`A newer file of ${policy.title}`} close={close}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!file) return;
          setProblem(undefined);
          setBusy(true);
          bring(file)
            .catch((cause: unknown) =>
              setProblem(cause instanceof Error ? cause.message : 'The file could not be sent.'),
            )
            .finally(() => setBusy(false));
        }}
      >
        <label className="field">
          <span>File: .docx, .pdf or .md</span>
          <input
            type="file"
            required
            accept=".docx,.pdf,.md,.markdown"
            onChange={(event) => setFile(event.target.files?.[0])}
          />
        </label>
        {problem === undefined ? null : (
          <p className="problem" role="alert">
            {problem}
          </p>
        )}
        <div className="toolbar">
          <button type="submit" className="button primary" disabled={!file || busy}>
            Bring the file
          </button>
          <button type="button" className="button quiet" onClick={close}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
