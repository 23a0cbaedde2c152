// The criteria and the key controls on which each stands or falls. A status of operation, never an opinion.
import { CRITERION_STATUSES } from '@assay/core';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { StatusMark } from '../../../ui/marks.tsx';
import { hueOf, RequirementId } from '../../../ui/links.tsx';
import { StateFilter } from '../../../ui/StateFilter.tsx';
import { DataTable, type Column } from '../../../ui/table.tsx';
import { CURRENT, type WindowAnswer } from './window.ts';

type Criterion = WindowAnswer['criteria'][number];
const WORST_FIRST = [...CRITERION_STATUSES].reverse();

export function Criteria({ org, answer }: { readonly org: string; readonly answer: WindowAnswer }) {
  const [chosen, setChosen] = useState<string | undefined>();
  const [framework, setFramework] = useState(answer.criteria.some(isSoc2) ? 'soc2' : '');
  const window = answer.window.current ? CURRENT : answer.window.id;
  const columns = useMemo(() => columnsFor(org, window), [org, window]);
  const criteria = useMemo(
    () => answer.criteria.filter(({ ref }) => framework === '' || hueOf(ref) === framework),
    [answer.criteria, framework],
  );
  const rows = useMemo(
    () =>
      criteria
        .filter(({ status }) => chosen === undefined || status === chosen)
        .toSorted((a, b) => WORST_FIRST.indexOf(a.status) - WORST_FIRST.indexOf(b.status)),
    [criteria, chosen],
  );
  return (
    <section className="section" aria-labelledby="criteria">
      <h2 id="criteria">Criteria and requirements</h2>
      <DataTable
        rows={rows}
        columns={columns}
        keyOf={(row) => row.ref}
        caption="Criteria with what decides them"
        file="window-criteria"
        tools={
          <>
            <select
              className="input which"
              aria-label="Framework"
              value={framework}
              onChange={(event) => setFramework(event.target.value)}
            >
              <option value="soc2">SOC 2</option>
              <option value="iso">ISO/IEC 27001</option>
              <option value="">all frameworks</option>
            </select>
            <StateFilter
              label="Status"
              states={WORST_FIRST}
              countOf={(status) => criteria.filter((each) => each.status === status).length}
              chosen={chosen}
              choose={setChosen}
            />
          </>
        }
        empty={<p className="muted">No criterion has this status.</p>}
      />
      <p className="small muted prose">
        Each criterion is as good as the weakest of its key controls, unless another that answers it in full
        makes up for it. This says how controls ran, not what an auditor will conclude.
      </p>
    </section>
  );
}

function isSoc2({ ref }: Criterion): boolean {
  return hueOf(ref) === 'soc2';
}

function columnsFor(org: string, window: string): readonly Column<Criterion>[] {
  return [
    {
      name: 'Criterion',
      show: (row) => (
        <span id={row.ref}>
          <RequirementId org={org} reference={row.ref} />
        </span>
      ),
      value: (row) => row.id,
    },
    { name: 'Status', show: (row) => <StatusMark state={row.status} />, value: (row) => row.status },
    {
      name: 'Why',
      grow: true,
      show: (row) => (
        <>
          {row.title}
          <span className="under wrap">{row.sentence}</span>
        </>
      ),
      value: (row) => row.sentence,
    },
    {
      name: 'Decided by',
      show: (row) => (
        <span className="ids wrap">
          {row.because.map((control) => (
            <Link
              key={control}
              className="id"
              to="/o/$org/windows/$window/$control"
              params={{ org, window, control }}
            >
              {control}
            </Link>
          ))}
        </span>
      ),
      value: (row) => row.because.join(' '),
    },
  ];
}
