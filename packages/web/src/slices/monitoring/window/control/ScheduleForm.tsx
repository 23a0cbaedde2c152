// Says how often a control runs from a day on. What was said before keeps its time.
import { SLOT_FREQUENCIES } from '@assay/core';
import { useState } from 'react';
import { api, useChange } from '../../../../data/api.ts';
import { NumberField } from '../../../../ui/NumberField.tsx';
import { Select } from '../../../../ui/Select.tsx';
import { useToday } from '../../../../ui/useToday.ts';
import { plain, type WindowDetail } from '../window.ts';
import { CADENCE_KINDS, cadenceOf, fieldsOfCadence, SLOT_MODES } from './cadence.ts';

interface Props {
  readonly org: string;
  readonly schedule: WindowDetail['schedule'];
  readonly close: () => void;
}

export function ScheduleForm({ org, schedule, close }: Props) {
  const change = useChange(org);
  const today = useToday();
  const [from, setFrom] = useState(today);
  const [fields, setFields] = useState(() => fieldsOfCadence(schedule.cadence));
  const set = (part: Partial<typeof fields>): void => setFields({ ...fields, ...part });
  const said = schedule.versions.filter((version) => version.said);
  const save = (): void => {
    close();
    const params = { org, control: schedule.control };
    const before = said.map((version) => ({ from: plain(version.from), cadence: version.cadence }));
    change.mutate({
      act: () =>
        api['schedules.change']({
          params,
          ifMatch: `"${schedule.revision}"`,
          body: {
            versions: [
              ...before.filter((version) => version.from !== from),
              { from: plain(from), cadence: cadenceOf(fields) },
            ],
          },
        }),
      done: `${schedule.control} has another schedule from ${from} on.`,
      undo: () =>
        api['schedules.change']({
          params,
          ifMatch: `"${schedule.revision + 1}"`,
          body: { versions: before },
        }),
    });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className="field-row">
        <label className="field">
          <span>From this day on</span>
          <input
            className="input"
            type="date"
            required
            value={from}
            onChange={(event) => setFrom(event.target.value)}
          />
        </label>
        <Select name="It runs" of={CADENCE_KINDS} value={fields.kind} change={(kind) => set({ kind })} />
      </div>
      <div className="field-row">
        {fields.kind === 'periodic' ? (
          <>
            <Select
              name="How often"
              of={SLOT_FREQUENCIES}
              value={fields.frequency}
              change={(frequency) => set({ frequency })}
            />
            <Select name="Counted by" of={SLOT_MODES} value={fields.mode} change={(mode) => set({ mode })} />
          </>
        ) : null}
        {fields.kind === 'event' ? (
          <NumberField
            name="Days after the event"
            value={fields.within}
            most={366}
            change={(within) => set({ within })}
          />
        ) : null}
        {fields.kind === 'continuous' ? (
          <>
            <NumberField
              name="Hours between runs"
              value={fields.hours}
              least={1}
              most={8784}
              change={(hours) => set({ hours })}
            />
            <NumberField
              name="A silence of so many times that is a gap"
              value={fields.tolerance}
              least={1}
              most={10}
              change={(tolerance) => set({ tolerance })}
            />
            <NumberField
              name="Days to mend a failure"
              value={fields.sla}
              most={366}
              change={(sla) => set({ sla })}
            />
          </>
        ) : (
          <NumberField
            name="Days of grace"
            value={fields.grace}
            most={366}
            change={(grace) => set({ grace })}
          />
        )}
      </div>
      {from < today ? (
        <p className="note small">
          This day is past: what was expected since then is told anew, and what was known before stays on
          record.
        </p>
      ) : null}
      <div className="toolbar">
        <button type="submit" className="button primary">
          Hold it from {from || 'that day'} on
        </button>
        <button type="button" className="button quiet" onClick={close}>
          Cancel
        </button>
      </div>
    </form>
  );
}
