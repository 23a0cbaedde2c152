// The state of an occurrence, drawn as the strip draws its days.
import { DAY_WORDS, type DayState, type OccurrenceState } from '@assay/core';
import { StateShape } from '../strip/Legend.tsx';

const DRAWN: Readonly<Record<OccurrenceState, DayState>> = {
  on_time: 'operated',
  late: 'late',
  missed: 'missed',
  pending: 'pending',
  not_operating: 'not_operating',
  excluded: 'excluded',
  not_due: 'not_scheduled',
  no_data: 'no_data',
};

/** The word of an occurrence, for tables and CSV. */
export function occurrenceWord(state: OccurrenceState): string {
  if (state === 'on_time') return 'on time';
  return state === 'not_due' ? 'not due' : DAY_WORDS[DRAWN[state]].word;
}

export function OccurrenceMark({ state }: { readonly state: OccurrenceState }) {
  return (
    <span className="strip-key">
      <StateShape state={DRAWN[state]} />
      {occurrenceWord(state)}
    </span>
  );
}
