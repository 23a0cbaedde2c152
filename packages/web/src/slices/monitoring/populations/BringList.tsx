// A list comes in: what it is, and its file. It becomes a draft that changes nothing until it is frozen.
import { useNavigate } from '@tanstack/react-router';
import { KINDS, POPULATION_KINDS, type PopulationKind } from '@assay/core';
import { useState, type FormEvent } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { api, ApiFailure, take } from '../../../data/api.ts';
import { tell } from '../../../data/toasts.ts';
import { upload } from '../../../data/upload.ts';

export function BringList({ org }: { readonly org: string }) {
  const [kind, setKind] = useState<PopulationKind>('leavers');
  const [file, setFile] = useState<File>();
  const [busy, setBusy] = useState(false);
  const navigate = useNavigate();
  const client = useQueryClient();
  const send = async (chosen: File): Promise<void> => {
    setBusy(true);
    try {
      const { sha256 } = await upload(org, chosen, () => {}).done;
      const made = take(
        await api['populations.start']({
          params: { org },
          body: { artefact: sha256, filename: chosen.name, kind },
        }),
      );
      await client.invalidateQueries({ queryKey: ['org', org] });
      await navigate({ to: '/o/$org/populations/$population', params: { org, population: made.id } });
    } catch (cause) {
      tell(cause instanceof ApiFailure || cause instanceof Error ? cause.message : 'The list was not read.');
      setBusy(false);
    }
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (file) void send(file);
  };
  return (
    <form className="population-bring" onSubmit={submit} aria-label="Bring a list">
      <label className="field">
        <span>What it lists</span>
        <select
          className="input"
          value={kind}
          onChange={(event) => setKind(POPULATION_KINDS.find((each) => each === event.target.value) ?? kind)}
        >
          {POPULATION_KINDS.map((each) => (
            <option key={each} value={each}>
              {KINDS[each].title}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>CSV, Excel workbook or lines of JSON</span>
        <input
          className="input"
          type="file"
          required
          onChange={(event) => setFile(event.target.files?.[0])}
        />
      </label>
      <button type="submit" className="button primary" disabled={busy || !file}>
        {busy ? 'Reading …' : 'Read the list'}
      </button>
    </form>
  );
}
