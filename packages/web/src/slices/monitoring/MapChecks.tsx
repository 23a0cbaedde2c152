// The queue of checks without a control: for each what it is, a suggestion with its reason, and the box to decide.
import { useMemo, useState } from 'react';
import { api, useChange } from '../../data/api.ts';
import { ControlId } from '../../ui/links.tsx';
import { IdList } from '../../ui/IdList.tsx';
import { useControlChoices } from '../evidence/useControlChoices.ts';
import { useChecks } from './checks.ts';
import { CheckName } from './CheckName.tsx';
import { MapForm } from './MapForm.tsx';
import { suggest, type Suggestion } from './suggest.ts';
import './monitoring.css';

interface Props {
  readonly org: string;
  readonly checks: readonly { readonly key: string; readonly results: number }[];
}

const SHOWN = 25;

export function MapChecks({ org, checks }: Props) {
  const all = useChecks(org);
  const [more, setMore] = useState(false);
  const known = useMemo(() => all.data ?? [], [all.data]);
  const shown = more ? checks : checks.slice(0, SHOWN);
  return (
    <>
      <ul className="map-list">
        {shown.map((check) => {
          const row = known.find((each) => each.key === check.key);
          return (
            <Unmapped
              key={check.key}
              org={org}
              check={{ key: check.key, title: row?.title ?? check.key }}
              results={check.results}
              mapped={row?.controls ?? []}
              suggestions={suggest({ key: check.key, title: row?.title ?? '' }, known)}
            />
          );
        })}
      </ul>
      {shown.length < checks.length ? (
        <button type="button" className="button" onClick={() => setMore(true)}>
          Show the other {checks.length - shown.length}
        </button>
      ) : null}
    </>
  );
}

function Unmapped(props: {
  readonly org: string;
  readonly check: { readonly key: string; readonly title: string };
  readonly results: number;
  readonly mapped: readonly string[];
  readonly suggestions: readonly Suggestion[];
}) {
  const { org, check, results, mapped, suggestions } = props;
  const [open, setOpen] = useState(false);
  const choices = useControlChoices(org);
  return (
    <li>
      <div className="map-what">
        <CheckName org={org} check={check} />
        <span className="small muted">{results === 1 ? '1 result' : `${results} results`}</span>
      </div>
      {mapped.length > 0 ? (
        <span className="small">
          speaks for <IdList ids={mapped} link={(code) => <ControlId org={org} code={code} />} /> now
        </span>
      ) : open ? (
        <MapForm
          org={org}
          check={check.key}
          before={mapped}
          start={suggestions[0]?.controls ?? []}
          choices={choices}
          close={() => setOpen(false)}
        />
      ) : (
        <div className="map-ways">
          {suggestions.map((each) => (
            <Suggested key={each.like} org={org} check={check.key} suggestion={each} choices={choices} />
          ))}
          <button type="button" className="button quiet" onClick={() => setOpen(true)}>
            {suggestions.length > 0 ? 'Another control …' : 'Name a control …'}
            <span className="sr"> for {check.key}</span>
          </button>
        </div>
      )}
    </li>
  );
}

function Suggested(props: {
  readonly org: string;
  readonly check: string;
  readonly suggestion: Suggestion;
  readonly choices: readonly { readonly key: string; readonly label: string }[];
}) {
  const { org, check, suggestion, choices } = props;
  const change = useChange(org);
  const put = (controls: readonly string[]) =>
    api['checks.map']({ params: { org, check }, body: { controls: [...controls] } });
  const names = suggestion.controls.map(
    (code) => `${code} ${choices.find(({ key }) => key === code)?.label ?? ''}`,
  );
  return (
    <button
      type="button"
      className="suggestion"
      disabled={change.isPending}
      onClick={() =>
        change.mutate({
          act: () => put(suggestion.controls),
          done: `${check} speaks for ${suggestion.controls.join(', ')}.`,
          undo: () => put([]),
        })
      }
    >
      <span>
        {names.join(', ')}
        <span className="sr"> for {check}</span>
      </span>
      <span className="small muted">
        as {suggestion.like} ({suggestion.words.join(', ')})
      </span>
    </button>
  );
}
