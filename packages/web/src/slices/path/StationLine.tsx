// Twelve stations on one line: each with the shape of its state; a press goes to its step.
import { ShapeIcon, stateOf } from '../../ui/marks.tsx';
import type { PathStep } from './steps.ts';

export function StationLine({ steps }: { readonly steps: readonly PathStep[] }) {
  return (
    <ol className="path-line" aria-label="The path">
      {steps.map((step) => {
        const [word, shape, colour] = stateOf(`path_${step.state}`);
        return (
          <li key={step.key}>
            <a href={`#${step.key}`} title={`${step.title}: ${word}`}>
              <span className={`path-station status-${colour}`}>
                <ShapeIcon shape={shape} />
              </span>
              <span className="path-name">{NAMES[step.key]}</span>
              <span className="sr">: {word}</span>
            </a>
          </li>
        );
      })}
    </ol>
  );
}

/** Names that fit under a station. */
const NAMES: Readonly<Record<PathStep['key'], string>> = {
  scope: 'Scope',
  context: 'Context',
  method: 'Method',
  risks: 'Risks',
  treatment: 'Treatment',
  statement: 'SoA',
  gaps: 'Gaps',
  policies: 'Policies',
  evidence: 'Evidence',
  audit: 'Audit',
  review: 'Review',
  window: 'Window',
};
