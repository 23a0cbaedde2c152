// Which role the people of each group get, and those whom no rule names.
import { useState } from 'react';
import { api } from '../../../data/api.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useRoles, type RoleRow } from '../people/usePeople.ts';
import type { Rule, Setup } from './useSignIn.ts';

type Held = Rule['gives'];

interface Props {
  readonly org: string;
  readonly setup: Setup;
  readonly close: () => void;
}

const NOTHING = '';

export function RulesDialog({ org, setup, close }: Props) {
  const roles = useRoles(org).data?.data ?? [];
  const [rules, setRules] = useState<readonly Rule[]>(setup.rules.rules);
  const [otherwise, setOtherwise] = useState<Held | null>(setup.rules.otherwise);
  const put = (at: number, next: Rule): void =>
    setRules(rules.map((rule, index) => (index === at ? next : rule)));
  return (
    <FormDialog
      org={org}
      title="Roles by group"
      act="Keep these rules"
      send={() => api['sign_in.rules_set']({ params: { org }, body: bodyOf(rules, otherwise) })}
      done="The rules hold from now on; users of the directory have their new roles."
      undo={() =>
        api['sign_in.rules_set']({ params: { org }, body: bodyOf(setup.rules.rules, setup.rules.otherwise) })
      }
      close={close}
    >
      {rules.map((rule, at) => (
        <div className="field-row" key={at}>
          <label className="field">
            <span>Group {at + 1}</span>
            <input
              className="input"
              required
              maxLength={200}
              value={rule.group}
              onChange={(event) => put(at, { ...rule, group: event.target.value })}
            />
          </label>
          <RoleField
            label={`gives (group ${at + 1})`}
            roles={roles}
            value={rule.gives}
            change={(gives) => gives && put(at, { ...rule, gives })}
          />
          <button
            type="button"
            className="button quiet"
            onClick={() => setRules(rules.filter((_, index) => index !== at))}
          >
            Remove<span className="sr"> the rule of group {at + 1}</span>
          </button>
        </div>
      ))}
      <button
        type="button"
        className="button"
        onClick={() => setRules([...rules, { group: '', gives: FRESH }])}
      >
        Add a group
      </button>
      <RoleField
        label="Whoever no rule names gets"
        roles={roles}
        value={otherwise}
        change={setOtherwise}
        orNothing
      />
    </FormDialog>
  );
}

const FRESH: Held = { role: 'contributor', title: 'Contributor', within: { kind: 'organisation' } };

interface RoleProps {
  readonly label: string;
  readonly roles: readonly RoleRow[];
  readonly value: Held | null;
  readonly change: (next: Held | null) => void;
  readonly orNothing?: true;
}

/** A rule that reaches less than the organisation is said on the command line; here it keeps its reach. */
function RoleField({ label, roles, value, change, orNothing }: RoleProps) {
  return (
    <label className="field">
      <span>{label}</span>
      <select
        className="input"
        value={value?.role ?? NOTHING}
        onChange={({ target }) => {
          const role = roles.find(({ id }) => id === target.value);
          change(
            role
              ? { role: role.id, title: role.title, within: value?.within ?? { kind: 'organisation' } }
              : null,
          );
        }}
      >
        {orNothing ? <option value={NOTHING}>no role, and does not join</option> : null}
        {roles
          .filter(({ given }) => given === 'organisation')
          .map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
      </select>
    </label>
  );
}

function bodyOf(rules: readonly Rule[], otherwise: Held | null) {
  const grant = ({ role, within }: Held) => ({
    role,
    within: within.id === undefined ? { kind: within.kind } : { kind: within.kind, id: within.id },
  });
  return {
    otherwise: otherwise ? grant(otherwise) : null,
    rules: rules.map(({ group, gives }) => ({ group, gives: grant(gives) })),
  };
}
