// The token of a directory: it provisions members and nothing else, and is shown once.
import type { Output, Routes } from '@assay/contract';
import { useRef, useState } from 'react';
import { api } from '../../../data/api.ts';
import { Copy } from '../../../ui/Copy.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';

type Made = Output<Routes['tokens.create']>;

export function DirectoryDialog({ org, close }: { readonly org: string; readonly close: () => void }) {
  const [name, setName] = useState('Directory (SCIM)');
  const [made, setMade] = useState<Made | undefined>();
  // The secret is shown before the dialog goes: closing waits for it.
  const sent = useRef(false);
  if (made)
    return (
      <Dialog title={`The token ${made.name}`} close={close}>
        <p className="prose">Give it to the directory now: it is not shown again. It is good for a year.</p>
        <p>
          <Copy text={made.secret} what="the token" />
        </p>
        <button type="button" className="button primary" onClick={close}>
          The directory has it
        </button>
      </Dialog>
    );
  return (
    <FormDialog
      org={org}
      title="A token for the directory"
      act="Make it"
      send={async () => {
        const answer = await api['tokens.create']({
          params: { org },
          body: { name, scopes: ['members.provision'], days: 365 },
        });
        if (answer.ok) {
          sent.current = true;
          setMade(answer.value.data);
        }
        return answer;
      }}
      done={`The token ${name} is made.`}
      undo={({ id }) => api['tokens.end']({ params: { org, token: id } })}
      close={() => {
        if (!sent.current) close();
      }}
    >
      <p className="prose">
        It acts in your name: it gives and takes no more than you could, and ends when you leave.
      </p>
      <label className="field">
        <span>What uses it</span>
        <input
          className="input"
          required
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
    </FormDialog>
  );
}
