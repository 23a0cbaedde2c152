// How large a risk is: before any control, now, and as its treatment is to make it; and every assessment behind that.
import { Link } from '@tanstack/react-router';
import { TableSection, type SmallColumn } from '../../../ui/TableSection.tsx';
import { Term } from '../../../ui/Term.tsx';
import { LevelMark } from '../LevelMark.tsx';
import type { Assessment, Method, Risk } from '../risks.ts';

interface Props {
  readonly org: string;
  readonly risk: Risk;
  readonly method: Method;
}

const SIDES = [
  ['inherent', 'Before any control', 'inherent risk'],
  ['current', 'Now', 'residual risk'],
  ['target', 'Target', 'risk treatment plan'],
] as const;

export function Assessments({ org, risk, method }: Props) {
  const stepName = (scale: Method['likelihood'], each: Assessment, step: number): string =>
    // Steps of another version may have meant something else; its page says what.
    each.method === method.revision ? `${step} ${scale[step - 1]?.name ?? ''}` : String(step);
  const columns: readonly SmallColumn<Assessment>[] = [
    { name: 'On', value: (row) => row.on, show: (row) => <time dateTime={row.on}>{row.on}</time> },
    { name: 'Of', value: (row) => row.of, show: (row) => row.of },
    {
      name: 'Likelihood',
      value: (row) => row.likelihood,
      show: (row) => stepName(method.likelihood, row, row.likelihood),
    },
    { name: 'Impact', value: (row) => row.impact, show: (row) => stepName(method.impact, row, row.impact) },
    {
      name: 'Level',
      value: (row) => row.name,
      show: (row) => <LevelMark level={row.level} of={method.levels.length} name={row.name} />,
    },
    { name: 'Why', grow: true, value: (row) => row.justification, show: (row) => row.justification },
    { name: 'By', value: (row) => row.by, show: (row) => row.by },
    {
      name: 'Method',
      value: (row) => row.method,
      show: (row) => (
        <Link to="/o/$org/risks/method" params={{ org }} search={{ at: row.on }}>
          <span className="only-phone">method </span>
          {row.method === 0 ? 'as it came' : `version ${row.method}`}
        </Link>
      ),
    },
  ];
  return (
    <>
      <section className="section" aria-labelledby="large">
        <h2 id="large">How large it is</h2>
        <div className="risk-levels">
          {SIDES.map(([of, name, term]) => {
            const found = risk[of];
            return (
              <div key={of}>
                <span className="muted small">
                  <Term of={term}>{name}</Term>
                </span>
                {found ? (
                  <>
                    <span className="verdict">
                      <LevelMark level={found.level} of={method.levels.length} name={found.name} />
                    </span>
                    <span className="small">
                      likelihood {found.likelihood}, impact {found.impact}, {found.on}
                    </span>
                    <span className="muted small">{found.justification}</span>
                  </>
                ) : (
                  <span className="faint">not assessed</span>
                )}
              </div>
            );
          })}
        </div>
      </section>
      <TableSection
        title="Assessments"
        file={`${risk.code}-assessments`}
        rows={[...risk.assessments].reverse()}
        columns={columns}
        keyOf={(row) => `${row.on} ${row.of} ${risk.assessments.indexOf(row)}`}
        empty={<p className="muted">Nobody has assessed it.</p>}
      />
    </>
  );
}
