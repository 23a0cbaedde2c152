// The guided path: which of twelve steps are done by the data, what is next, and what an auditor asks of each.
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { api, useOrg, useSession } from '../../data/api.ts';
import { CsvButton } from '../../ui/CsvButton.tsx';
import { HomeTabs } from '../../ui/HomeTabs.tsx';
import { RequirementId } from '../../ui/links.tsx';
import { StatusMark } from '../../ui/marks.tsx';
import { Loaded, PageHead } from '../../ui/page.tsx';
import { StationLine } from './StationLine.tsx';
import { stepDays, type PathStep } from './steps.ts';
import './path.css';

export function PathPage() {
  const { org } = useParams({ from: '/o/$org/path' });
  const path = useOrg(org, ['path'], () => api['path.read']({ params: { org } }));
  const demo = useSession().data?.organisations.find((each) => each.demo)?.slug;
  return (
    <Loaded of={path}>
      {({ data, sentence }) => (
        <div className="page">
          <PageHead title="Path" name="Path" sentence={sentence} />
          <HomeTabs org={org} />
          <StationLine steps={data} />
          <Steps org={org} steps={data} demo={demo} />
        </div>
      )}
    </Loaded>
  );
}

interface Props {
  readonly org: string;
  readonly steps: readonly PathStep[];
  /** Organisation that shows examples; undefined where the demo data were removed. */
  readonly demo: string | undefined;
}

function Steps({ org, steps, demo }: Props) {
  const { step: asked } = useSearch({ from: '/o/$org/path' });
  const open = asked ?? steps.find(({ state }) => state === 'open' || state === 'begun')?.key;
  return (
    <section className="section" aria-label="Steps">
      <div className="toolbar">
        <span className="muted small">{totalText(steps)}</span>
        <span className="count">{steps.length} steps</span>
        <CsvButton file="path" rows={steps} fields={FIELDS} />
      </div>
      <ol className="path-steps">
        {steps.map((step, i) => (
          <li key={step.key} id={step.key}>
            <details open={step.key === open}>
              <summary>
                <span className="path-number">{i + 1}</span>
                <span className="path-title">
                  {step.title}
                  <span className="under wrap">{step.sentence}</span>
                </span>
                <StatusMark state={`path_${step.state}`} />
                <span className="path-days">{stepDays(step)}</span>
              </summary>
              <Told org={org} step={step} demo={demo} />
            </details>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Told({
  org,
  step,
  demo,
}: {
  readonly org: string;
  readonly step: PathStep;
  readonly demo: string | undefined;
}) {
  return (
    <div className="path-told">
      <p className="prose">{step.why}</p>
      <dl className="facts">
        <dt>Asked by</dt>
        <dd className="path-refs">
          {step.asked.map((reference) => (
            <RequirementId key={reference} org={org} reference={reference} />
          ))}
        </dd>
        <dt>An auditor asks</dt>
        <dd>
          <ul className="path-asks">
            {step.auditor_asks.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </dd>
        <dt>Save here</dt>
        <dd>{step.save}</dd>
        <dt>Do not save here</dt>
        <dd>{step.spend}</dd>
        <dt>At Harbourline</dt>
        <dd>
          {step.example}{' '}
          {demo === undefined || demo === org ? null : (
            <Link to={`/o/${demo}${step.place}`}>Look at it there</Link>
          )}
        </dd>
      </dl>
      <p className="toolbar">
        <Link className="button" to={`/o/${org}${step.place}`}>
          Go there
        </Link>
        <span className="muted small">Advice in our words; unreviewed. Days are an estimate.</span>
      </p>
    </div>
  );
}

/** What the whole takes, as the sum of its estimates. */
function totalText(steps: readonly PathStep[]): string {
  const sum = (of: (step: PathStep) => number): number => steps.reduce((all, step) => all + of(step), 0);
  return `About ${sum(({ days }) => days.least)} to ${sum(({ days }) => days.most)} person-days in all for some forty people, an estimate; the months are for what has to run.`;
}

const FIELDS = [
  { name: 'step', value: (step: PathStep) => step.title },
  { name: 'state', value: (step: PathStep) => step.state },
  { name: 'done', value: (step: PathStep) => step.done },
  { name: 'of', value: (step: PathStep) => step.of },
  { name: 'where it stands', value: (step: PathStep) => step.sentence },
  { name: 'asked by', value: (step: PathStep) => step.asked.join(' ') },
  { name: 'person-days', value: (step: PathStep) => stepDays(step) },
];
