// Why a row is in: the very risks, the obligations that bind, baselines in words.
import { allPages } from '@assay/contract';
import { api, useOrg } from '../../data/api.ts';
import { Picker } from '../../ui/Picker.tsx';
import type { Draft } from './draft.ts';
import type { Obligation, SoaRow } from './soa.ts';

interface Props {
  readonly org: string;
  readonly row: SoaRow;
  readonly draft: Draft;
  readonly set: (next: Partial<Draft>) => void;
  readonly obligations: readonly Obligation[];
}

export function ReasonFields({ org, row, draft, set, obligations }: Props) {
  const risks = useOrg(org, ['risks'], () =>
    allPages((page) => api['risks.list']({ params: { org }, query: page })),
  );
  const treated = row.risks.filter((code) => !draft.risks.includes(code));
  // Those that a control of this row treats come first: the others would break a rule.
  const choices = (risks.data?.data ?? [])
    .map(({ code, title }) => ({ key: code, label: title }))
    .toSorted((one, other) => Number(row.risks.includes(other.key)) - Number(row.risks.includes(one.key)));
  return (
    <fieldset className="stack">
      <legend>Because of</legend>
      <Picker
        name="Risks"
        hint="R-12, or words of its title"
        choices={choices}
        value={draft.risks}
        change={(next) => set({ risks: next })}
      />
      {treated.length === 0 ? null : (
        <p className="small muted">
          Its controls treat{' '}
          {treated.map((code) => (
            <button
              key={code}
              type="button"
              className="plain id"
              onClick={() => set({ risks: [...draft.risks, code] })}
            >
              {code}
              <span className="sr">: put it in as a reason</span>
            </button>
          ))}
        </p>
      )}
      <Picker
        name="Laws, regulations and contracts"
        hint="O-3, or words of its title"
        choices={obligations
          .filter(({ ended_on: ended }) => ended === null)
          .map(({ id, title, clause }) => ({
            key: id,
            label: clause === '' ? title : `${title}, ${clause}`,
          }))}
        value={draft.obligations}
        change={(next) => set({ obligations: next })}
      />
      {draft.told.map(({ kind, text }) => (
        <p key={`${kind} ${text}`} className="small">
          <span className="muted">{kind}, in words: </span>
          {text}{' '}
          <button
            type="button"
            className="plain"
            onClick={() => set({ told: draft.told.filter((each) => each.text !== text) })}
          >
            take it out
          </button>
        </p>
      ))}
      <label className="field">
        <span>Baseline, one a line</span>
        <textarea
          className="input"
          value={draft.baselines}
          onChange={(event) => set({ baselines: event.target.value })}
        />
      </label>
    </fieldset>
  );
}
