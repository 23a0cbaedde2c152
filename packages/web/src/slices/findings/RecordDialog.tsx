// Says one part of a finding's record; what stood before stays in its history.
import { useState } from 'react';
import { useSession } from '../../data/api.ts';
import { Asking } from '../../ui/Asking.tsx';
import { PersonField } from '../../ui/PersonField.tsx';
import { useToday } from '../../ui/useToday.ts';
import { beforeOf, changeOf, draftOf, isReady, type RecordDraft } from './draft.ts';
import { useGoOn, type Finding } from './findings.ts';
import { PART_WORDS, type Part } from './record.ts';

interface Props {
  readonly org: string;
  readonly finding: Finding;
  readonly part: Part;
  readonly close: () => void;
}

export function RecordDialog({ org, finding, part, close }: Props) {
  const today = useToday();
  const name = useSession().data?.principal.name ?? '';
  const [draft, setDraft] = useState(() => draftOf(finding, part, { today, name }));
  const goOn = useGoOn(org, finding);
  const [title, clause, ask] = PART_WORDS[part];
  const set = (next: Partial<RecordDraft>): void => setDraft({ ...draft, ...next });
  const judged = part !== 'effectiveness' || draft.verdict !== '';
  return (
    <Asking
      title={`${title} of ${finding.id} (${clause})`}
      act="Record it"
      ready={isReady(part, draft)}
      close={close}
      submit={() =>
        goOn(
          changeOf(finding, part, { draft, today }),
          beforeOf(finding, part),
          `${finding.id}: ${title.toLowerCase()} recorded.`,
        )
      }
    >
      {part === 'effectiveness' ? <EffectFields finding={finding} draft={draft} set={set} /> : null}
      {judged ? (
        <label className="field">
          <span>{part === 'effectiveness' ? 'What shows it?' : ask}</span>
          <textarea
            className="input"
            autoFocus={part !== 'effectiveness'}
            required
            rows={4}
            maxLength={part === 'effectiveness' ? 2000 : 10_000}
            value={draft.text}
            onChange={(event) => set({ text: event.target.value })}
          />
        </label>
      ) : null}
      {part === 'correction' ? (
        <Day name="Done on" value={draft.day} most={today} change={(day) => set({ day })} required />
      ) : null}
      {part === 'similar' ? (
        <label className="field">
          <span>Findings that came of it, by id</span>
          <input
            className="input mono"
            placeholder="NC-4 OBS-2"
            value={draft.found}
            onChange={(event) => set({ found: event.target.value })}
          />
          <small>Empty: none was found.</small>
        </label>
      ) : null}
      {part === 'action' ? <ActionFields org={org} draft={draft} set={set} today={today} /> : null}
      {part === 'effectiveness' && draft.verdict !== '' ? (
        <PersonField org={org} name="Who says so" value={draft.by} change={(by) => set({ by })} required />
      ) : null}
    </Asking>
  );
}

interface FieldsProps {
  readonly draft: RecordDraft;
  readonly set: (next: Partial<RecordDraft>) => void;
}

function ActionFields({
  org,
  draft,
  set,
  today,
}: FieldsProps & { readonly org: string; readonly today: string }) {
  return (
    <>
      <PersonField org={org} name="By whom" value={draft.owner} change={(owner) => set({ owner })} />
      <div className="field-row narrow">
        <Day name="Until" value={draft.day} change={(day) => set({ day })} />
        <Day name="Done on, when it is" value={draft.done} most={today} change={(done) => set({ done })} />
      </div>
    </>
  );
}

const VERDICTS = [
  ['', 'Not looked at yet'],
  ['effective', 'It helped'],
  ['not_effective', 'It did not help'],
] as const;

function EffectFields({ finding, draft, set }: FieldsProps & { readonly finding: Finding }) {
  const done = (finding.action?.done ?? null) !== null;
  return (
    <>
      <Day name="To be looked at on" value={draft.day} change={(day) => set({ day })} required />
      <fieldset disabled={!done}>
        <legend>Did it help?</legend>
        <div className="choice-row">
          {VERDICTS.map(([verdict, words]) => (
            <label key={verdict}>
              <input
                type="radio"
                name="verdict"
                checked={draft.verdict === verdict}
                onChange={() => set({ verdict })}
              />{' '}
              {words}
            </label>
          ))}
        </div>
        {done ? null : <small className="faint">The action is not done: nothing can be looked at yet.</small>}
      </fieldset>
    </>
  );
}

function Day(props: {
  readonly name: string;
  readonly value: string;
  readonly change: (next: string) => void;
  readonly most?: string;
  readonly required?: true;
}) {
  return (
    <label className="field">
      <span>{props.name}</span>
      <input
        className="input"
        type="date"
        required={props.required ?? false}
        max={props.most}
        value={props.value}
        onChange={(event) => props.change(event.target.value)}
      />
    </label>
  );
}
