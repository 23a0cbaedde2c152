// Which systems each framework's scope holds, since when, what waits for them, and names that no scope knows.
import { useParams } from '@tanstack/react-router';
import { api, useOrg } from '../../data/api.ts';
import { ControlId, hueOf } from '../../ui/links.tsx';
import { Loaded } from '../../ui/page.tsx';
import { DataTable, type Column } from '../../ui/table.tsx';

type Answer = Extract<Awaited<ReturnType<(typeof api)['systems.list']>>, { ok: true }>['value']['data'];
type Row = Answer['data'][number];

export function SystemsInScope({ titleOf }: { readonly titleOf: (framework: string) => string }) {
  const { org } = useParams({ from: '/o/$org' });
  const systems = useOrg(org, ['systems'], () => api['systems.list']({ params: { org } }));
  return (
    <section className="section" id="systems" aria-labelledby="systems-title">
      <h2 id="systems-title">Systems in scope</h2>
      <Loaded of={systems}>
        {({ data, sentence, changes, unmatched }) => (
          <>
            <p>{sentence}</p>
            {unmatched.sentence === '' ? null : (
              <p className="note">
                {unmatched.sentence}{' '}
                {unmatched.data.map(({ name, controls }) => (
                  <span key={name}>
                    “{name}” is used for{' '}
                    {controls.map((code) => (
                      <ControlId key={code} org={org} code={code} />
                    ))}
                    .{' '}
                  </span>
                ))}
                Say in the scope which system it is, or leave it out there.
              </p>
            )}
            {data.length === 0 ? null : (
              <DataTable
                caption="Systems in scope"
                file="systems-in-scope"
                rows={data}
                columns={columnsOf(org)}
                keyOf={(row) => `${row.framework} ${row.system}`}
                groupOf={(row) => titleOf(row.framework)}
              />
            )}
            <Changes changes={changes} titleOf={titleOf} />
          </>
        )}
      </Loaded>
    </section>
  );
}

function Changes(props: {
  readonly changes: Answer['changes'];
  readonly titleOf: (framework: string) => string;
}) {
  const told = props.changes.filter(({ first }) => !first);
  if (told.length === 0) return null;
  return (
    <ul className="isms-changes">
      {told
        .toSorted((a, b) => (a.on < b.on ? 1 : -1))
        .map((each) => (
          <li key={`${each.framework} ${each.on}`}>
            <span className={hueOf(each.framework)}>{props.titleOf(each.framework)}</span>: {each.sentence}
          </li>
        ))}
    </ul>
  );
}

function columnsOf(org: string): readonly Column<Row>[] {
  return [
    {
      name: 'System',
      grow: true,
      value: (row) => row.system,
      show: (row) => (
        <>
          {row.system}
          {row.names.length === 0 ? null : <span className="under">called {row.names.join(', ')}</span>}
        </>
      ),
    },
    {
      name: 'Inside',
      wide: true,
      value: (row) => (row.inside ? 'yes' : 'no'),
      show: (row) => (row.inside ? 'yes' : 'no'),
    },
    { name: 'Days', value: daysOf, show: daysOf },
    {
      name: 'Waits for',
      value: (row) => row.waits.join(' '),
      show: (row) =>
        row.waits.length === 0 ? (
          '—'
        ) : (
          <span className="codes">
            {row.waits.map((code) => (
              <ControlId key={code} org={org} code={code} />
            ))}
          </span>
        ),
    },
  ];
}

function daysOf({ stays }: Row): string {
  return stays
    .map(({ from, until }) =>
      until === null ? `from ${from ?? 'ever'}` : `${from ?? 'ever'} until ${until}`,
    )
    .join('; ');
}
