// What a window says before its picture: its days, how its controls stand, from when it could be clean and why not earlier.
import { allPages } from '@assay/contract';
import { addDays, daysBetween } from '@assay/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { api, useOrg } from '../../../data/api.ts';
import { AsOf } from '../../../ui/AsOf.tsx';
import { hueOf } from '../../../ui/links.tsx';
import { ShapeIcon, stateOf } from '../../../ui/marks.tsx';
import { PageHead } from '../../../ui/page.tsx';
import { PlanActs } from './plan/PlanActs.tsx';
import { CURRENT, plain, saidOf, type WindowAnswer } from './window.ts';

interface Props {
  readonly org: string;
  readonly id: string;
  readonly answer: WindowAnswer;
}

export function WindowHead({ org, id, answer }: Props) {
  const { window } = answer;
  return (
    <PageHead title={window.name} name={window.name} sentence={answer.sentence}>
      <PlanActs org={org} window={window} />
      <Windows org={org} id={id} />
      <AsOf />
      <Link className="button" to="/o/$org/windows/start" params={{ org }}>
        Try another window
      </Link>
    </PageHead>
  );
}

export function WindowFacts({ org, id, answer }: Props) {
  const { window } = answer;
  return (
    <>
      {answer.remarks.map((remark) => (
        <p key={remark.code} className={remark.severity === 'error' ? 'problem' : 'note'}>
          {remark.sentence}
        </p>
      ))}
      {answer.scope_changes.map(({ on, sentence }) => (
        <p key={on} className="note">
          {sentence}{' '}
          <Link to="/o/$org/company" params={{ org }} hash="systems">
            Systems in scope
          </Link>
        </p>
      ))}
      <dl className="window-facts">
        <div>
          <dt>Period</dt>
          <dd>
            {window.from} to {lastDay(window.until)}
            <span className="under">
              {window.day === null ? `${window.days} days` : `day ${window.day} of ${window.days}`}
            </span>
          </dd>
          <dt>Latest clean end</dt>
          <dd>
            {answer.latest_clean_end ?? 'none'}
            <span className="under wrap">{reach(answer)}</span>
          </dd>
        </div>
        <div className="clean-start">
          <dt>Earliest clean start</dt>
          <dd>
            {answer.earliest_clean_start ?? 'none in this window'}
            <span className="under wrap">{answer.clean_sentence}</span>
            <Blocks org={org} id={id} answer={answer} />
          </dd>
        </div>
        <NotMet view="soc2" name="SOC 2 criteria not met so far" answer={answer} />
        <NotMet view="iso" name="ISO requirements not met so far" answer={answer} />
      </dl>
    </>
  );
}

/** Requirements of one framework that are weak, the unmet before those at risk. */
function NotMet(props: {
  readonly view: 'soc2' | 'iso';
  readonly name: string;
  readonly answer: WindowAnswer;
}) {
  const own = props.answer.criteria.filter(({ ref }) => hueOf(ref) === props.view);
  if (own.length === 0) return null;
  const weak = own
    .filter(({ status }) => status === 'unmet' || status === 'at_risk')
    .toSorted((a, b) => Number(b.status === 'unmet') - Number(a.status === 'unmet'));
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>
        {weak.length} <span className="faint">/ {own.length}</span>
        <span className="under risky">
          {weak.slice(0, SHOWN).map((each) => (
            <a key={each.ref} className="id" href="#criteria" title={each.sentence}>
              <span className={`status-${stateOf(each.status)[2]}`}>
                <ShapeIcon shape={stateOf(each.status)[1]} />
              </span>
              {each.id}
            </a>
          ))}
          {weak.length > SHOWN ? <a href="#criteria">{weak.length - SHOWN} more</a> : null}
        </span>
      </dd>
    </div>
  );
}

const SHOWN = 4;

function lastDay(until: string): string {
  return addDays(plain(until), -1);
}

/** How long a window from the first day could be. */
function reach({ window, latest_clean_end: end }: WindowAnswer): string {
  if (end === null) return 'its first day deviates already';
  const days = daysBetween(plain(window.from), plain(end)) + 1;
  return `${days} of ${window.days} days from its first`;
}

/** Why not earlier: control by control. */
function Blocks({ org, id, answer }: Props) {
  if (answer.blocks.length === 0) return null;
  return (
    <details className="blocks small">
      <summary>
        Why not earlier: {answer.blocks.length === 1 ? '1 control' : `${answer.blocks.length} controls`}
      </summary>
      <ul>
        {answer.blocks.map((block) => (
          <li key={block.control}>
            <Link
              className="id"
              to="/o/$org/windows/$window/$control"
              params={{ org, window: id, control: block.control }}
            >
              {block.control}
            </Link>{' '}
            {saidOf(block.control, block.sentence)}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The saved windows; nothing where there is only one. */
function Windows({ org, id }: { readonly org: string; readonly id: string }) {
  const navigate = useNavigate();
  const windows = useOrg(org, ['windows'], () =>
    allPages((query) => api['windows.list']({ params: { org }, query })),
  );
  const all = windows.data?.data ?? [];
  if (all.length < 2) return null;
  return (
    <select
      className="input which"
      aria-label="Window"
      value={id}
      onChange={(event) =>
        void navigate({ to: '/o/$org/windows/$window', params: { org, window: event.target.value } })
      }
    >
      {all.map((each) => (
        <option key={each.id} value={each.current ? CURRENT : each.id}>
          {each.name} {each.kind === 'plan' ? '(plan)' : ''}
        </option>
      ))}
    </select>
  );
}
