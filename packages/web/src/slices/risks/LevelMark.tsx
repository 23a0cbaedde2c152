// A level as so many filled steps of all, and its name: an order, not an amount, and no colour.
import './risks.css';

interface Props {
  readonly level: number;
  /** How many levels the method has. */
  readonly of: number;
  readonly name: string;
}

const [STEP, GAP, HEIGHT] = [5, 2, 10];

export function LevelMark({ level, of, name }: Props) {
  const steps = Array.from({ length: Math.max(level, of) }, (_, i) => i);
  const width = steps.length * (STEP + GAP) - GAP;
  return (
    <span className="level">
      <svg viewBox={`0 0 ${width} ${HEIGHT}`} width={width} height={HEIGHT} aria-hidden="true">
        {steps.map((i) => (
          <rect
            key={i}
            className={i < level ? 'on' : 'off'}
            x={i * (STEP + GAP) + 0.5}
            y={0.5}
            width={STEP - 1}
            height={HEIGHT - 1}
          />
        ))}
      </svg>
      {name}
    </span>
  );
}
