// The token of a directory: it provisions members and nothing else, and is shown once.
import { useRef, useState } from 'react';
import { api } from '../../../data/api.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { MadeToken, type Made } from '../people/MadeToken.tsx';

export function DirectoryDialog({ org, close }: { readonly org: string; readonly close: () => void }) {
  const [name, setName] = useState('Directory (SCIM)');
  const [made, setMade] = useState<Made | undefined>();
  // The secret is shown before the dialog goes: closing waits for it.
  const sent = useRef(false);
  if (made)
    return (
      <MadeToken
        made={made}
        sentence="Give it to the directory now: it is not shown again. It is good for a year."
        kept="The directory has it"
        close={close}
      />
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
