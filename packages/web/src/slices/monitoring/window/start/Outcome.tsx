// Which controls would be clean, which would not and why, and the first day on which the window could start clean.
import { Link } from '@tanstack/react-router';
import { plain, saidOf, type WindowStart } from '../window.ts';
import type { Tried } from './Sliders.tsx';

interface Props {
  readonly org: string;
  readonly told: WindowStart;
  readonly tried: Tried;
  readonly startOn: (from: Tried['from']) => void;
}

export function Outcome({ org, told, tried, startOn }: Props) {
  const deviating = told.controls.filter(({ deviations }) => deviations > 0);
  const clean = told.controls.filter(({ deviations }) => deviations === 0);
  const { earliest_clean_start: earliest } = told;
  return (
    <div className="pair">
      <section className="side" aria-labelledby="would-not">
        <h2 id="would-not">
          {deviating.length} would deviate <span className="faint">/ {told.controls.length}</span>
        </h2>
        <p>
          {told.clean_sentence}{' '}
          {earliest !== null && earliest !== tried.from ? (
            <button type="button" className="plain" onClick={() => startOn(plain(earliest))}>
              Start on {earliest}
            </button>
          ) : null}
        </p>
        {told.remarks.map((remark) => (
          <p key={remark.code} className={remark.severity === 'error' ? 'problem small' : 'note small'}>
            {remark.sentence}
          </p>
        ))}
        <Blocks org={org} blocks={told.blocks.slice(0, SHOWN)} />
        {told.blocks.length > SHOWN ? (
          <details className="blocks small">
            <summary>{told.blocks.length - SHOWN} more</summary>
            <Blocks org={org} blocks={told.blocks.slice(SHOWN)} />
          </details>
        ) : null}
      </section>
      <section className="side" aria-labelledby="would">
        <h2 id="would">
          {clean.length} would be clean so far <span className="faint">/ {told.controls.length}</span>
        </h2>
        <p className="code-flow">
          {clean.map(({ code }) => (
            <ControlInTried key={code} org={org} code={code} />
          ))}
        </p>
        {told.populations.length === 0 ? null : (
          <>
            <h3>Populations that must be shown</h3>
            <p className="code-flow">
              {told.populations.map((code) => (
                <ControlInTried key={code} org={org} code={code} />
              ))}
            </p>
          </>
        )}
      </section>
    </div>
  );
}

const SHOWN = 6;

function Blocks({ org, blocks }: { readonly org: string; readonly blocks: WindowStart['blocks'] }) {
  return (
    <ul className="day-list small">
      {blocks.map(({ control, sentence }) => (
        <li key={control}>
          <ControlInTried org={org} code={control} />{' '}
          <span className="muted">{saidOf(control, sentence)}</span>
        </li>
      ))}
    </ul>
  );
}

function ControlInTried({ org, code }: { readonly org: string; readonly code: string }) {
  return (
    <Link className="id" to="/o/$org/controls/$control" params={{ org, control: code }}>
      {code}
    </Link>
  );
}
