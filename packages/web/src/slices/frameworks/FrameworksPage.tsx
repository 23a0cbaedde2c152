// Frameworks: what is asked of us, in which edition, how far we are; frameworks of one's own by file.
import { Link, useParams } from '@tanstack/react-router';
import { api, useChange, useOrg } from '../../data/api.ts';
import type { Framework, FrameworkPosture, Organisation } from '../../data/rows.ts';
import { Fraction, FrameworkMark } from '../../ui/marks.tsx';
import { Loaded, PageHead } from '../../ui/page.tsx';
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
          <div className="table-wrap">
            <table className="table cards">
              <caption className="sr">Frameworks</caption>
              <thead>
                <tr>
                  <th scope="col">Framework</th>
                  <th scope="col">Edition</th>
                  <th scope="col" className="num">
                    Requirements
                  </th>
                  <th scope="col" className="num">
                    Decided
                  </th>
                  <th scope="col" className="num">
                    In place
                  </th>
                  <th scope="col" className="num">
                    Proved
                  </th>
                  <th scope="col">Use</th>
                </tr>
              </thead>
              <tbody>
                {data.map((framework) => (
                  <Row
                    key={framework.id}
                    org={org}
                    framework={framework}
                    posture={posture.data?.data.find((each) => each.framework === framework.id)}
                    settings={settings.data}
                  />
                ))}
              </tbody>
            </table>
          </div>
          <AddFramework org={org} />
        </div>
      )}
    </Loaded>
  );
}

interface RowProps {
  readonly org: string;
  readonly framework: Framework;
  readonly posture: FrameworkPosture | undefined;
  readonly settings: Organisation | undefined;
}

function Row({ org, framework, posture, settings }: RowProps) {
  return (
    <tr>
      <td className="grow">
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
      </td>
      <td className="mono small">{framework.id}</td>
      <td className="num">{framework.requirement_count}</td>
      <td className="num">{posture ? <Fraction of={posture.decided} /> : null}</td>
      <td className="num">{posture ? <Fraction of={posture.in_place} /> : null}</td>
      <td className="num">{posture ? <Fraction of={posture.proved} /> : null}</td>
      <td>{settings ? <Use org={org} framework={framework} settings={settings} /> : null}</td>
    </tr>
  );
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
