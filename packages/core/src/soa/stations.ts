// The five stations of a way, as the trace row draws them: what is there, what no way needs, and what is missing with
// the remedy as its label.
import type { ProofState } from '../controls/index.ts';
import type { Line } from './line.ts';
import type { ControlStands, TraceStep } from './trace.ts';

export const STATIONS = ['reason', 'treatment', 'control', 'evidence', 'proof'] as const;
export type StationName = (typeof STATIONS)[number];

export type Station =
  /** `ids` are things with a page of their own; `words` say what they are. */
  | {
      readonly is: 'there';
      readonly ids: readonly string[];
      readonly words: string;
      readonly state?: ProofState | ControlStands;
    }
  /** A law, a contract or a baseline asks of the control itself; there is nothing to treat. */
  | { readonly is: 'passed'; readonly words: string }
  | { readonly is: 'missing'; readonly remedy: string; readonly words: string };

export type Way = Readonly<Record<StationName, Station>>;

/** The ways of a row; none where it is out. */
export function waysOf(line: Pick<Line, 'trace' | 'decision'>): readonly Way[] {
  return line.trace.map((step) => ({
    reason: reasonStation(step, line.decision),
    treatment: treatmentStation(step),
    control: controlStation(step),
    evidence: evidenceStation(step),
    proof: proofStation(step),
  }));
}

/** Whether all ways of a row have a station, some, or none. */
export type Reached = 'whole' | 'partly' | 'none';

export function reachedBy(ways: readonly Way[], name: StationName): Reached {
  const there = ways.filter((way) => holds(way[name])).length;
  if (there === 0) return 'none';
  return there === ways.length ? 'whole' : 'partly';
}

/** How far the rows that are in go: at each station, those whose ways all have it and those of which only some do. */
export interface Reach {
  readonly station: StationName;
  readonly whole: number;
  readonly partly: number;
  readonly of: number;
}

export function reachOf(lines: readonly Pick<Line, 'trace' | 'decision'>[]): readonly Reach[] {
  const traced = lines.filter(({ decision }) => decision === 'in').map(waysOf);
  return STATIONS.map((station) => {
    const reached = traced.map((ways) => reachedBy(ways, station));
    return {
      station,
      whole: reached.filter((each) => each === 'whole').length,
      partly: reached.filter((each) => each === 'partly').length,
      of: traced.length,
    };
  });
}

/** A proof that is too old, unread or unknown is shown, and is none. */
function holds(station: Station): boolean {
  if (station.is !== 'there') return station.is === 'passed';
  return (
    station.state === undefined ||
    station.state === 'proved' ||
    station.state === 'implemented' ||
    station.state === 'planned'
  );
}

function reasonStation({ kind, ref, title }: TraceStep, decision: Line['decision']): Station {
  if (kind === null)
    return decision === 'undecided'
      ? missing('Decide it, with its reasons')
      : missing('Name the risk, law, contract or baseline', title);
  if (kind === 'baseline') return { is: 'there', ids: [], words: title };
  if (ref === null)
    return missing(kind === 'risk' ? 'Name the very risk' : 'Name the obligation of the register', title);
  return { is: 'there', ids: [ref], words: title };
}

function treatmentStation({ kind, ref, treatment }: TraceStep): Station {
  if (kind === null) return missing('Follows from the reason');
  if (kind !== 'risk') return { is: 'passed', words: 'asked directly' };
  if (treatment === null || treatment === undefined)
    return missing(
      ref === null ? 'Follows from the risk' : `Let the treatment of ${ref} use a control of this row`,
    );
  return { is: 'there', ids: [], words: treatment };
}

function controlStation({ control, stands, kind, ref }: TraceStep): Station {
  if (control === null || stands === null)
    return missing(
      kind === 'risk' && ref !== null ? `Treat ${ref} with a control` : 'Adopt a control that answers it',
    );
  if (stands === 'not_adopted') return missing(`Adopt ${control}`);
  return { is: 'there', ids: [control], words: '', state: stands };
}

function evidenceStation({ control, evidence }: TraceStep): Station {
  if (evidence.length > 0) return { is: 'there', ids: evidence, words: '' };
  return missing(control === null ? 'Waits for a control' : `Bring evidence for ${control}`);
}

function proofStation({ control, proof, state }: TraceStep): Station {
  if (proof !== null && state !== null) return { is: 'there', ids: [], words: proof, state };
  return missing(control === null ? 'Waits for a control' : 'Nothing has proved it yet');
}

function missing(remedy: string, words = ''): Station {
  return { is: 'missing', remedy, words };
}
