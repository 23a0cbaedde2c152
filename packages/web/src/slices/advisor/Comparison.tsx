// The ways side by side in named units; every cell opens to formula, weight and source.
import { Fragment, useState } from 'react';
import { CsvButton } from '../../ui/CsvButton.tsx';
import { CREDENTIAL_SHORT, OPTION_TITLES } from '../../ui/options.ts';
import type { Advice, Option, Score } from './advice.ts';
import type { AdviceSearch } from './search.ts';
import { pointsText, rangeText, scoreText, spreadOf } from './values.ts';
import { Limits } from './Limits.tsx';

interface Props {
  readonly advice: Advice;
  readonly search: AdviceSearch;
  readonly go: (next: AdviceSearch) => void;
}

export function Comparison({ advice, search, go }: Props) {
  const { options, recommended } = advice;
  const criteria = options[0]?.scores ?? [];
  const [whole, showWhole] = useState(false);
  const silent = criteria.filter(({ criterion }) => !speaks(options, criterion));
  return (
    <section className="section" aria-labelledby="ways">
      <div className="section-head">
        <h2 id="ways">The ways side by side</h2>
        <CsvButton file="advice" of="the ways" rows={options} fields={fieldsOf(criteria)} />
      </div>
      <div className="table-wrap">
        <table className="table advice-ways">
          <caption className="sr">The ways compared, a column each, best first</caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="sr">Compared by</span>
              </th>
              {options.map(({ option }) => (
                <th key={option} scope="col" className={option === recommended ? 'num advised' : 'num'}>
                  {OPTION_TITLES[option]}
                  {option === recommended ? <span className="block small">advised</span> : null}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Plain name="Hard constraints" options={options} show={(each) => <Limits option={each} />} />
            <Plain name="In hand, likely" options={options} show={(each) => <InHand option={each} />} />
            {(whole ? criteria : criteria.filter((each) => !silent.includes(each))).map((score) => (
              <Criterion key={score.criterion} score={score} {...{ advice, search, go }} />
            ))}
            <Plain
              name="Points together"
              options={options}
              show={({ points }) => <strong>{pointsText(points)}</strong>}
            />
          </tbody>
        </table>
      </div>
      <p className="small muted">
        A way that breaks a hard constraint stands behind every way that keeps them, whatever its points.
        Press a figure for its formula, weight and source.
      </p>
      {silent.length === 0 || whole ? null : (
        <p className="small muted">
          What speaks for no way and against none is left out: {silent.map(({ title }) => title).join('; ')}.{' '}
          <button type="button" className="button quiet" onClick={() => showWhole(true)}>
            Show {silent.length === 1 ? 'it' : `all ${silent.length}`}
          </button>
        </p>
      )}
    </section>
  );
}

/** Whether a criterion gives any way anything at all: a row of zeros is no comparison. */
function speaks(options: readonly Option[], criterion: Score['criterion']): boolean {
  return options.some(({ scores }) =>
    scores.some((each) => each.criterion === criterion && each.value !== 0),
  );
}

interface PlainProps {
  readonly name: string;
  readonly options: readonly Option[];
  readonly show: (option: Option) => React.ReactNode;
}

function Plain({ name, options, show }: PlainProps) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {options.map((each) => (
        <td key={each.option} className="num" data-way={OPTION_TITLES[each.option]}>
          {show(each)}
        </td>
      ))}
    </tr>
  );
}

function InHand({ option }: { readonly option: Option }) {
  if (option.credentials.length === 0) return <span className="faint">none</span>;
  return option.credentials.map(({ credential, ready }) => (
    <span key={credential} className="block" title={`by ${ready.p90} in nine of ten courses`}>
      <span className="small muted">{CREDENTIAL_SHORT[credential]}</span> {ready.p50}
    </span>
  ));
}

function Criterion({ score, advice, search, go }: Props & { readonly score: Score }) {
  const most = Math.max(
    ...advice.options.flatMap(({ scores }) => scores.map(({ points }) => Math.abs(points))),
    1,
  );
  const cells = advice.options.flatMap((option) => {
    const own = option.scores.find(({ criterion }) => criterion === score.criterion);
    return own ? [{ option, own, key: `${score.criterion}.${option.option}` }] : [];
  });
  const open = cells.find(({ key }) => key === search.cell);
  return (
    <Fragment>
      <tr className={open ? 'opened' : undefined}>
        <th scope="row">
          {score.title}
          <span className="block small muted">{score.unit.replace('money', advice.currency)}</span>
        </th>
        {cells.map(({ option, own, key }) => {
          const spread = spreadOf(own, option);
          return (
            <td key={key} className="num" data-way={OPTION_TITLES[option.option]}>
              <button
                type="button"
                className="advice-cell"
                aria-expanded={key === search.cell}
                onClick={() => go({ ...search, cell: key === search.cell ? undefined : key })}
              >
                {scoreText(own)}
                {spread ? <span className="block small muted">{rangeText(spread)}</span> : null}
                <PointsBar points={own.points} most={most} />
              </button>
            </td>
          );
        })}
      </tr>
      {open ? (
        <tr className="below">
          <td className="below" colSpan={advice.options.length + 1}>
            <Opened score={open.own} title={OPTION_TITLES[open.option.option]} currency={advice.currency} />
          </td>
        </tr>
      ) : null}
    </Fragment>
  );
}

/** Points to the right of the line speak for a way, to its left against it. */
function PointsBar({ points, most }: { readonly points: number; readonly most: number }) {
  const length = (Math.abs(points) / most) * 30;
  return (
    <svg
      className="advice-bar"
      width="72"
      height="6"
      viewBox="-32 0 64 6"
      role="img"
      aria-label={`${pointsText(points)} points`}
    >
      <path className="axis" d="M0 0V6" />
      <rect x={points < 0 ? -length : 0} y="1.5" width={length} height="3" />
    </svg>
  );
}

function Opened({
  score,
  title,
  currency,
}: {
  readonly score: Score;
  readonly title: string;
  readonly currency: string;
}) {
  const { value, scale, weight, points } = score;
  const of = (number: number): string => scoreText({ value: number, unit: score.unit });
  const unit = score.unit.replace('money', currency);
  return (
    <dl className="facts advice-opened">
      <dt>{title}</dt>
      <dd>
        {of(value)} {unit}: {pointsText(points)} points = {weight} × {of(value)} ÷ {of(scale)}
      </dd>
      <dt>Formula</dt>
      <dd className="prose">{score.formula}</dd>
      <dt>Weight</dt>
      <dd>
        {weight} points for {of(scale)} {unit}
        {weight < 0 ? '; more is worse' : ''}
      </dd>
      {score.parts.length === 0 ? null : (
        <>
          <dt>Sums from</dt>
          <dd>{score.parts.map((part) => `${part.name} ${of(part.value)}`).join('; ')}</dd>
        </>
      )}
      <dt>Source</dt>
      <dd className="prose">{score.source}</dd>
    </dl>
  );
}

function fieldsOf(criteria: readonly Score[]) {
  return [
    { name: 'Way', value: ({ option }: Option) => OPTION_TITLES[option] },
    {
      name: 'Hard constraints',
      value: ({ limits }: Option) => limits.map(({ sentence }) => sentence).join(' ') || 'met',
    },
    {
      name: 'In hand',
      value: ({ credentials }: Option) =>
        credentials.map(({ credential, ready }) => `${CREDENTIAL_SHORT[credential]} ${ready.p50}`).join('; '),
    },
    ...criteria.map(({ criterion, title, unit }) => ({
      name: `${title}, ${unit}`,
      value: ({ scores }: Option) => scores.find((each) => each.criterion === criterion)?.value ?? '',
    })),
    { name: 'Points', value: ({ points }: Option) => points },
  ];
}
