// Why a criterion and an Annex A control are met at once: each shared control with both of its reasons.
import type { CrosswalkPair } from '../../data/rows.ts';
import { ControlId, RequirementId } from '../../ui/links.tsx';

interface Props {
  readonly org: string;
  readonly pair: CrosswalkPair;
  readonly titles: ReadonlyMap<string, string>;
  readonly close: () => void;
}

export function PairReasons({ org, pair, titles, close }: Props) {
  return (
    <aside className="drawer" aria-label="Reasons">
      <div className="section-head bare">
        <h3>
          {pair.strength}, {pair.relation}
        </h3>
        <button type="button" className="plain" onClick={close}>
          close
        </button>
      </div>
      <p>
        <RequirementId org={org} reference={pair.tsc} />{' '}
        <span className="small muted">{titles.get(pair.tsc)}</span>
      </p>
      <p>
        <RequirementId org={org} reference={pair.iso} />{' '}
        <span className="small muted">{titles.get(pair.iso)}</span>
      </p>
      {pair.via.map((path) => (
        <div className="path" key={path.control}>
          <p>
            <ControlId org={org} code={path.control} /> {path.name}
          </p>
          <Half name="SOC 2" hue="soc2" half={path.tsc} />
          <Half name="ISO" hue="iso" half={path.iso} />
        </div>
      ))}
    </aside>
  );
}

interface HalfProps {
  readonly name: string;
  readonly hue: 'iso' | 'soc2';
  readonly half: CrosswalkPair['via'][number]['tsc'];
}

function Half({ name, hue, half }: HalfProps) {
  return (
    <p className="small">
      <span className={hue}>
        {name} {half.strength}
      </span>{' '}
      <span className="muted">{half.rationale}</span>
    </p>
  );
}
