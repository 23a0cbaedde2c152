// What a line of the cost is multiplied from: each figure with its value, how it comes about, its source, and who says otherwise.
import { useChange } from '../../../data/api.ts';
import { minuteText } from '../../../ui/words.ts';
import type { Advice, CostLine, Figure, Option } from '../advice.ts';
import type { AdviceSearch } from '../search.ts';
import { figureText, unitText } from '../values.ts';
import { dropFigure } from './figureChange.ts';
import { OverrideForm } from './OverrideForm.tsx';

interface Props {
  readonly org: string;
  readonly advice: Advice;
  readonly option: Option;
  readonly line: CostLine;
  readonly search: AdviceSearch;
  readonly go: (next: AdviceSearch) => void;
}

export function Figures({ org, advice, option, line, search, go }: Props) {
  const figures = line.figures.flatMap(
    (key) => advice.figures.find((each) => each.key === key && each.options.includes(option.option)) ?? [],
  );
  return (
    <div className="cost-open">
      <p>
        <span className="muted">Formula:</span> {line.formula}
      </p>
      {figures.map((figure) => (
        <OneFigure
          key={figure.key}
          org={org}
          advice={advice}
          option={option}
          figure={figure}
          search={search}
          go={go}
        />
      ))}
    </div>
  );
}

function OneFigure({
  org,
  advice,
  option,
  figure,
  search,
  go,
}: Omit<Props, 'line'> & { readonly figure: Figure }) {
  const open = search.figure === figure.key;
  const change = useChange(org);
  const drop = (): void => change.mutate(dropFigure(org, figure));
  return (
    <section className="section" aria-label={figure.title}>
      <p>
        <strong>{figure.title}</strong>: {figureText(figure.value, figure.unit)}{' '}
        {unitText(figure.unit, advice.currency)}{' '}
        {figure.assumption && figure.said === null ? <span className="muted">(an assumption)</span> : null}
      </p>
      {figure.said === null ? null : (
        <p>
          Said by {figure.said.by}, {minuteText(figure.said.at)}: {figure.said.because}
          {figure.default === null ? null : (
            <span className="muted">
              {' '}
              Instead of {figureText(figure.default, figure.unit)} {unitText(figure.unit, advice.currency)}.
            </span>
          )}
        </p>
      )}
      <p className="small muted prose">
        {figure.formula === '' ? null : <>{figure.formula}. </>}Source: {figure.source}
      </p>
      {open ? (
        <OverrideForm
          org={org}
          advice={advice}
          option={option}
          figure={figure}
          close={() => go({ ...search, figure: undefined })}
        />
      ) : (
        <span className="ids">
          <button type="button" className="plain" onClick={() => go({ ...search, figure: figure.key })}>
            Say another<span className="sr">: {figure.title}</span>
          </button>
          {figure.said === null ? null : (
            <button type="button" className="plain" onClick={drop}>
              Back to the default<span className="sr">: {figure.title}</span>
            </button>
          )}
        </span>
      )}
    </section>
  );
}
