// The schedule as a picture: what it is for above, then the lanes. A bar is moved by dragging it, or by the arrows of the
// keyboard and Enter; its page of facts has a field for the day.
import { useState } from 'react';
import { useNarrow } from '../../ui/useNarrow.ts';
import { useWidth } from '../../ui/useWidth.ts';
import { ganttDrawing, type GanttDrawing } from './gantt.layout.ts';
import { Goal } from './GanttRows.tsx';
import { reached, saysOf, type Ghost } from './moving.ts';
import { MovedRows } from './MovedRows.tsx';
import type { Plan, PlanTask } from './plan.ts';

/** Puts a task on a day before which it does not begin. */
export type Move = (task: PlanTask, on: string) => void;

interface Props {
  readonly plan: Plan;
  readonly shown: readonly PlanTask[];
  readonly picked: string | undefined;
  readonly pick: (task: string) => void;
  /** Undefined where the tasks can only be looked at. */
  readonly move: Move | undefined;
}

export function Gantt({ plan, shown, picked, pick, move }: Props) {
  const [box, width] = useWidth<HTMLDivElement>(1000);
  const narrow = useNarrow();
  const [ghost, setGhost] = useState<Ghost>();
  const [seen, setSeen] = useState<string>();
  const [last, setLast] = useState<string>();
  const drawing = ganttDrawing(plan, shown, { width, narrow });
  const row = drawing.tasks.find(({ key }) => key === (ghost?.task ?? seen));
  const goal = drawing.goals.find(({ key }) => key === seen);
  const hold = (task: string | undefined): void => {
    setGhost(undefined);
    setSeen(task);
    if (task !== undefined) setLast(task);
  };
  const record = (task: PlanTask): void => {
    if (!ghost) return pick(task.id);
    setGhost(undefined);
    if (ghost.on !== task.start) move?.(task, ghost.on);
  };
  return (
    <figure className="section gantt-figure" aria-label="Schedule">
      <div ref={box} className="gantt-box">
        <Drawn drawing={drawing} narrow={narrow}>
          {drawing.goals.map((each) => (
            <Goal key={each.key} row={each} see={setSeen} />
          ))}
          <MovedRows
            drawing={drawing}
            movable={move !== undefined}
            {...{ ghost, setGhost, hold, record, pick, picked }}
            tab={reached(drawing.tasks, [last, picked])}
          />
        </Drawn>
      </div>
      <figcaption className="caption small" aria-live="polite">
        {row ? saysOf(row.task, ghost) : (goal?.says ?? <HowTo />)}
      </figcaption>
    </figure>
  );
}

function HowTo() {
  return (
    <span className="legend gantt-legend">
      <Sample className="gantt-bar critical" word="on the critical path" />
      <Sample className="gantt-bar" word="has time to spare" />
      <Sample className="gantt-bar wait" word="a wait: nobody works" />
      <span className="gantt-key">
        <svg width="30" height="12" aria-hidden="true">
          <path className="whisker" d="M1 6H28M1 3V9M28 2V10" />
        </svg>
        done by: half of the courses, nine of ten
      </span>
      <span className="gantt-key">
        <svg width="12" height="14" aria-hidden="true">
          <path className="flag" d="M2 14V1H11L8 4.5L11 8H2" />
        </svg>
        needed by
      </span>
    </span>
  );
}

function Sample({ className, word }: { readonly className: string; readonly word: string }) {
  return (
    <span className="gantt-key">
      <svg width="30" height="12" aria-hidden="true">
        <rect
          className={className}
          x="1"
          y={className.endsWith('wait') ? 4 : 1}
          width="28"
          height={className.endsWith('wait') ? 4 : 10}
        />
      </svg>
      {word}
    </span>
  );
}

function Drawn({
  drawing,
  narrow,
  children,
}: {
  readonly drawing: GanttDrawing;
  readonly narrow: boolean;
  readonly children: React.ReactNode;
}) {
  const { width, height, top, scale, today } = drawing;
  return (
    <svg
      className="gantt"
      data-drawing=""
      width={width}
      height={height}
      role="group"
      aria-label="Tasks by lane over time"
    >
      {scale.ticks.map(({ x, label, strong }) => (
        <g key={x}>
          <path className={strong ? 'grid strong' : 'grid'} d={`M${x} ${top - 6}V${height}`} />
          <text className={strong ? 'tick strong' : 'tick'} x={x + 4} y={top - 10}>
            {label}
          </text>
        </g>
      ))}
      {drawing.heads.map(({ key, text, y }) => (
        <text key={key} className={`head ${key}`} x={0} y={y}>
          {text}
        </text>
      ))}
      {drawing.links.map((d) => (
        <path key={d} className="link" d={d} />
      ))}
      {children}
      <path className="now" d={`M${today} ${top - 6}V${height}`} />
      {narrow ? null : (
        <text className="tick" x={today - 4} y={height - 2} textAnchor="end">
          today
        </text>
      )}
    </svg>
  );
}
