// Frameworks: what is asked of us, in which edition, how far we are; frameworks of one's own by file.
import { Link, useParams } from '@tanstack/react-router';
import { api, useChange, useOrg } from '../../data/api.ts';
import type { Framework, FrameworkPosture, Organisation } from '../../data/rows.ts';
import { Fraction, FrameworkMark } from '../../ui/marks.tsx';
import { Loaded, PageHead } from '../../ui/page.tsx';
import { DataTable, type Column } from '../../ui/table.tsx';
import { AddFramework } from './AddFramework.tsx';

export function FrameworksPage() {
  const { org } = useParams({ from: '/o/$org' });
  const all = useOrg(org, ['frameworks'], () => api['frameworks.list']({ params: { org } }));
  const posture = useOrg(org, ['posture', ''], () => api['posture.read']({ params: { org } }));
  const settings = useOrg(org, ['settings'], () => api['organisations.read']({ params: { org } }));
  return (
    <Loaded of={all}>
      {({ data }) => (
        <div className="page">
          <PageHead
            title="Frameworks"
            name="Frameworks"
            sentence={`${data.filter((each) => each.in_use).length} of ${data.length} editions are answered by this organisation’s one control set.`}
          />
          <DataTable
            caption="Frameworks"
            file="frameworks"
            rows={data.map((framework) => ({
              framework,
              posture: posture.data?.data.find((each) => each.framework === framework.id),
            }))}
            keyOf={({ framework }) => framework.id}
            columns={columnsOf(org, settings.data)}
          />
          <AddFramework org={org} />
        </div>
      )}
    </Loaded>
  );
}

interface Row {
  readonly framework: Framework;
  readonly posture: FrameworkPosture | undefined;
}

function columnsOf(org: string, settings: Organisation | undefined): readonly Column<Row>[] {
  return [
    {
      name: 'Framework',
      grow: true,
      value: ({ framework }) => framework.title,
      show: ({ framework }) => (
        <>
          <FrameworkMark view={framework.view}>
            {framework.in_use ? (
              <Link to="/o/$org/view/$framework" params={{ org, framework: framework.id }}>
                {framework.title}
              </Link>
            ) : (
              framework.title
            )}
          </FrameworkMark>
          <span className="block muted small">{framework.source}</span>
        </>
      ),
    },
    {
      name: 'Edition',
      value: ({ framework }) => framework.id,
      show: ({ framework }) => <span className="mono small">{framework.id}</span>,
    },
    {
      name: 'Requirements',
      number: true,
      value: ({ framework }) => framework.requirement_count,
      show: ({ framework }) => framework.requirement_count,
    },
    stage('Decided', (posture) => posture.decided),
    stage('In place', (posture) => posture.in_place),
    stage('Proved', (posture) => posture.proved),
    {
      name: 'Use',
      value: ({ framework }) => (framework.in_use ? 'in use' : ''),
      show: ({ framework }) =>
        settings ? <Use org={org} framework={framework} settings={settings} /> : null,
    },
  ];
}

/** A stage as its fraction; it sorts and is exported by its count. */
function stage(name: string, of: (posture: FrameworkPosture) => FrameworkPosture['decided']): Column<Row> {
  return {
    name,
    number: true,
    value: ({ posture }) => (posture ? of(posture).numerator : ''),
    show: ({ posture }) =>
      posture ? (
        <>
          <Fraction of={of(posture)} />
          <span className="only-phone faint"> {name.toLowerCase()}</span>
        </>
      ) : null,
  };
}

interface UseProps {
  readonly org: string;
  readonly framework: Framework;
  readonly settings: Organisation;
}

function Use({ org, framework, settings }: UseProps) {
  const change = useChange(org);
  const used = settings.frameworks;
  const next = framework.in_use ? used.filter((id) => id !== framework.id) : [...used, framework.id];
  const put = async (frameworks: readonly string[]) => {
    const now = await api['organisations.read']({ params: { org } });
    if (!now.ok) return now;
    return api['organisations.change']({
      params: { org },
      ifMatch: `"${now.value.data.revision}"`,
      body: { frameworks: [...frameworks] },
    });
  };
  return (
    <button
      type="button"
      className="plain"
      onClick={() =>
        change.mutate({
          act: () => put(next),
          done: `${framework.title} is ${framework.in_use ? 'no longer' : 'now'} in use.`,
          undo: () => put(used),
        })
      }
    >
      {framework.in_use ? 'in use' : 'use it'}
      <span className="sr">: {framework.title}</span>
    </button>
  );
}
