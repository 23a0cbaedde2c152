// Have what remains accepted: by whom, in which role, why, under which conditions, until when.
import { addDays, LONGEST_ACCEPTANCE, parsePlainDate } from '@assay/core';
import { useState } from 'react';
import { api } from '../../../data/api.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useToday } from '../../../ui/useToday.ts';
import { said } from '../../../ui/words.ts';
import { DayField, LongField, TextField } from '../fields.tsx';
import type { Method, Risk } from '../risks.ts';
import { usePeople } from '../usePeople.ts';

interface Props {
  readonly org: string;
  readonly risk: Risk;
  readonly method: Method;
  readonly close: () => void;
}

export function AcceptDialog({ org, risk, method, close }: Props) {
  const today = useToday();
  const people = usePeople(org);
  const day = parsePlainDate(today);
  const longest = day ? addDays(day, LONGEST_ACCEPTANCE - 1) : today;
  const standing = risk.current ?? risk.inherent;
  const [told, setTold] = useState({
    by: '',
    role: method.authority[0]?.role ?? '',
    reason: '',
    conditions: '',
    until: longest,
  });
  const set = (next: Partial<typeof told>): void => setTold({ ...told, ...next });
  const { by, role, reason, conditions, until } = told;
  return (
    <FormDialog
      org={org}
      title={`Have ${risk.code} accepted`}
      act="Record the acceptance"
      done={`${risk.code} is accepted by ${by.trim()} until ${until}.`}
      send={() =>
        api['risks.accept']({
          params: { org, risk: risk.code },
          body: {
            by: by.trim(),
            role,
            reason: reason.trim(),
            conditions: conditions.trim(),
            until,
          },
        })
      }
      close={close}
    >
      <p>
        {standing ? `It is ${standing.name}, as assessed on ${standing.on}.` : 'Nobody has assessed it.'} Up
        to {method.levels[method.acceptable - 1]?.name ?? ''} needs no acceptance.
      </p>
      <TextField
        label="Who accepts it"
        value={by}
        required
        most={120}
        known={{ id: 'accept-people', values: people }}
        change={(next) => set({ by: next })}
      />
      <label className="field">
        <span>In which role</span>
        <select
          className="input"
          required
          value={role}
          onChange={(event) => set({ role: event.target.value })}
        >
          {method.authority.map((each) => (
            <option key={each.role} value={each.role}>
              {said(each.role)}: up to {method.levels[each.up_to - 1]?.name ?? ''}
            </option>
          ))}
        </select>
        <small>What a role may accept stands in the method; who has it, in the approved roles.</small>
      </label>
      <LongField
        label="Why it is taken"
        value={reason}
        required
        least={10}
        most={4000}
        change={(next) => set({ reason: next })}
      />
      <LongField
        label="Conditions"
        value={conditions}
        most={2000}
        change={(next) => set({ conditions: next })}
      />
      <DayField
        label="Until"
        value={until}
        required
        least={today}
        hint={`Twelve months at most: ${longest}.`}
        change={(next) => set({ until: next })}
      />
    </FormDialog>
  );
}
