// The versions of a policy, and the difference between any two of them.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { api, useOrg } from '../../data/api.ts';
import { TableSection, type SmallColumn } from '../../ui/TableSection.tsx';
import { minuteText } from '../../ui/words.ts';
import { Difference } from './Difference.tsx';
import type { Policy } from './policies.ts';

type Version = Policy['versions'][number];

interface Props {
  readonly org: string;
  readonly policy: Policy;
}

export function Versions({ org, policy }: Props) {
  const { versions, in_force, template } = policy;
  return (
    <>
      <TableSection
        title="Versions"
        rows={versions.toReversed()}
        columns={columnsOf(in_force)}
        keyOf={(row) => String(row.version)}
        file={`${policy.code}-versions`}
      />
      {versions.length > 1 || template !== null ? <Between org={org} policy={policy} /> : null}
    </>
  );
}

function Between({ org, policy }: Props) {
  const search = useSearch({ from: '/o/$org/policies/$policy' });
  const navigate = useNavigate({ from: '/o/$org/policies/$policy' });
  const newest = policy.versions.at(-1)?.version ?? 1;
  const to = search.to ?? newest;
  const from = search.from ?? (to > 1 ? to - 1 : 0);
  const params = { org, policy: policy.code };
  const found = useOrg(org, ['policy', policy.code, 'difference', from, to], () =>
    api['policies.difference']({ params, query: { from: String(from), to: String(to) } }),
  );
  const choose = (next: { readonly from?: number; readonly to?: number }): void =>
    void navigate({ search: { ...search, ...next }, replace: true, resetScroll: false });
  return (
    <section className="section" aria-labelledby="difference">
      <div className="section-head">
        <h2 id="difference">What changed</h2>
        <span className="toolbar">
          <Choice
            name="From"
            policy={policy}
            value={from}
            template
            change={(value) => choose({ from: value })}
          />
          <Choice name="To" policy={policy} value={to} change={(value) => choose({ to: value })} />
        </span>
      </div>
      {found.data ? (
        <>
          <p className="muted">
            {found.data.removed} {found.data.removed === 1 ? 'line' : 'lines'} removed, {found.data.added}{' '}
            added
          </p>
          <Difference lines={found.data.lines} label="What changed" />
        </>
      ) : null}
      {found.error ? <p className="problem">{found.error.message}</p> : null}
    </section>
  );
}

function Choice(props: {
  readonly name: string;
  readonly policy: Policy;
  readonly value: number;
  readonly template?: true;
  readonly change: (value: number) => void;
}) {
  const { policy } = props;
  return (
    <label className="inline-field">
      <span>{props.name}</span>
      <select
        className="input"
        value={props.value}
        onChange={(event) => props.change(Number(event.target.value))}
      >
        {props.template && policy.template !== null ? <option value={0}>the template</option> : null}
        {policy.versions.map(({ version }) => (
          <option key={version} value={version}>
            version {version}
          </option>
        ))}
      </select>
    </label>
  );
}

function columnsOf(inForce: number | null): readonly SmallColumn<Version>[] {
  return [
    {
      name: 'Version',
      value: (row) => row.version,
      show: (row) => `version ${row.version}`,
    },
    { name: 'Title', grow: true, value: (row) => row.title, show: (row) => row.title },
    {
      name: 'Approved by',
      value: (row) => row.approved_by ?? '',
      show: (row) => row.approved_by ?? <span className="muted">not yet</span>,
    },
    {
      name: 'Published',
      value: (row) => row.published_at ?? '',
      show: (row) =>
        row.published_at === null ? (
          <span className="muted">not yet</span>
        ) : (
          <time dateTime={row.published_at}>{minuteText(row.published_at)}</time>
        ),
    },
    {
      name: 'What became of it',
      value: (row) => fateOf(row, inForce),
      show: (row) => <span className="muted">{fateOf(row, inForce)}</span>,
    },
  ];
}

function fateOf({ version, published_at, retired_at, changed_at }: Version, inForce: number | null): string {
  if (retired_at !== null) return `retired ${minuteText(retired_at)}`;
  if (version === inForce) return 'in force';
  if (published_at === null) return `written ${minuteText(changed_at)}`;
  return 'replaced';
}
