// What a risk is, as a form: title, what could happen, what is at stake, whose it is.
import { PROPERTIES } from '@assay/core';
import { LongField, TextField } from './fields.tsx';
import { usePeople } from './usePeople.ts';
import type { RiskDraft } from './draft.ts';

interface Props {
  readonly org: string;
  readonly draft: RiskDraft;
  readonly change: (next: RiskDraft) => void;
}

export function RiskFields({ org, draft, change }: Props) {
  const people = usePeople(org);
  const set = (next: Partial<RiskDraft>): void => change({ ...draft, ...next });
  return (
    <>
      <TextField label="Title" value={draft.title} required most={200} change={(title) => set({ title })} />
      <fieldset>
        <legend>Told as</legend>
        <div className="choice-row">
          {(['event', 'asset'] as const).map((view) => (
            <label key={view}>
              <input
                type="radio"
                name="risk-view"
                checked={draft.view === view}
                onChange={() => set({ view })}
              />{' '}
              {view === 'event' ? 'what could happen' : 'what could be harmed'}
            </label>
          ))}
        </div>
      </fieldset>
      {draft.view === 'event' ? (
        <>
          <LongField
            label="Event"
            value={draft.event}
            required
            most={1000}
            change={(event) => set({ event })}
          />
          <LongField
            label="Consequence"
            value={draft.consequence}
            required
            most={1000}
            change={(consequence) => set({ consequence })}
          />
        </>
      ) : (
        <>
          <TextField
            label="Asset"
            value={draft.asset}
            required
            most={300}
            change={(asset) => set({ asset })}
          />
          <TextField
            label="Threat"
            value={draft.threat}
            required
            most={600}
            change={(threat) => set({ threat })}
          />
          <TextField
            label="Vulnerability"
            value={draft.vulnerability}
            required
            most={600}
            change={(vulnerability) => set({ vulnerability })}
          />
        </>
      )}
      <fieldset>
        <legend>At stake</legend>
        <div className="choice-row">
          {PROPERTIES.map((each) => (
            <label key={each}>
              <input
                type="checkbox"
                checked={draft.properties.includes(each)}
                onChange={(event) =>
                  set({
                    properties: PROPERTIES.filter((one) =>
                      one === each ? event.target.checked : draft.properties.includes(one),
                    ),
                  })
                }
              />{' '}
              {each}
            </label>
          ))}
        </div>
      </fieldset>
      <TextField label="Category" value={draft.category} most={60} change={(category) => set({ category })} />
      <TextField
        label="Owner: who answers for it"
        value={draft.owner}
        most={120}
        known={{ id: 'risk-people', values: people }}
        change={(owner) => set({ owner })}
      />
    </>
  );
}
