// Signing in by the provider of one's company: the address says which.
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, take } from '../../../data/api.ts';
import { Refusal } from '../../../ui/FormDialog.tsx';

export function ProviderForm() {
  const [where, setWhere] = useState('');
  const go = useMutation({
    mutationFn: async () => {
      const said = where.includes('@') ? { email: where } : { organisation: where };
      window.location.assign(take(await api['sign_in.provider']({ body: said })).address);
    },
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        go.mutate();
      }}
    >
      <label className="field">
        <span>Work address, or the short name of your organisation</span>
        <input
          className="input"
          autoComplete="username"
          required
          value={where}
          onChange={(event) => setWhere(event.target.value.trim())}
        />
      </label>
      <Refusal of={go.error} />
      <div className="toolbar">
        <button type="submit" className="button" disabled={go.isPending}>
          Sign in with your company
        </button>
      </div>
    </form>
  );
}
