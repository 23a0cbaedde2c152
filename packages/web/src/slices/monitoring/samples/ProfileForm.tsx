// Makes a profile of sizes, or edits one: its rule, and where its numbers come from.
import { ruleSentence, type SizeProfile } from '@assay/core';
import { useState } from 'react';
import { Dialog } from '../../../ui/Dialog.tsx';
import { draftOf, profileIn, RULE_KINDS, type ProfileDraft, type RuleKind } from './profileDraft.ts';
import { useProfileActs, type Profile } from './profiles.ts';
import { RuleFields } from './RuleFields.tsx';

interface Props {
  readonly org: string;
  /** What the form begins with. */
  readonly from: SizeProfile;
  /** The profile that is edited; a new one without. */
  readonly held: Profile | undefined;
  readonly close: () => void;
}

const KINDS: Readonly<Record<RuleKind, string>> = {
  table: 'A table by how often the control runs',
  bands: 'Bands by the size of the population',
  percent: 'A part of the population',
  attribute: 'Attribute sampling',
};

export function ProfileForm({ org, from, held, close }: Props) {
  const [draft, setDraft] = useState<ProfileDraft>(() => draftOf(from));
  const { save } = useProfileActs(org);
  const set = (next: Partial<ProfileDraft>): void => setDraft({ ...draft, ...next });
  const read = profileIn(draft);
  return (
    <Dialog title={held ? `Edit ${held.name}` : 'A profile of sizes'} close={close}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!('profile' in read)) return;
          save(read.profile, held);
          close();
        }}
      >
        <div className="field-row">
          {held ? null : (
            <label className="field">
              <span>Name</span>
              <input
                className="input mono"
                maxLength={40}
                placeholder="our-firm"
                value={draft.name}
                onChange={(event) => set({ name: event.target.value })}
              />
            </label>
          )}
          <label className="field">
            <span>Title</span>
            <input
              className="input"
              maxLength={120}
              value={draft.title}
              onChange={(event) => set({ title: event.target.value })}
            />
          </label>
        </div>
        <label className="field wide">
          <span>Where the numbers come from</span>
          <input
            className="input"
            maxLength={500}
            value={draft.source}
            onChange={(event) => set({ source: event.target.value })}
          />
        </label>
        <label className="field wide">
          <span>Rule</span>
          <select
            className="input"
            value={draft.kind}
            onChange={(event) =>
              set({ kind: RULE_KINDS.find((each) => each === event.target.value) ?? draft.kind })
            }
          >
            {RULE_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {KINDS[kind]}
              </option>
            ))}
          </select>
        </label>
        <RuleFields draft={draft} set={set} />
        <p className="note" role="status">
          {'wrong' in read ? read.wrong : ruleSentence(read.profile.rule)}
        </p>
        <div className="toolbar">
          <button type="submit" className="button primary" disabled={'wrong' in read}>
            {held ? 'Save as the next version' : 'Make the profile'}
          </button>
          <button type="button" className="button quiet" onClick={close}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
