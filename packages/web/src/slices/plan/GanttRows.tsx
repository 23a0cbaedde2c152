// One row of the schedule: a task with its bar and the days by which it is done, or a goal with the day on which it is needed.
import type { SVGProps } from 'react';
import type { GanttDrawing, GoalRow, TaskRow } from './gantt.layout.ts';
import { boundsOf, saysOf, type Ghost } from './moving.ts';
import { dayNumber } from './time.layout.ts';

interface TaskProps {
  readonly row: TaskRow;
  readonly drawing: Pick<GanttDrawing, 'left' | 'width' | 'scale'>;
  readonly picked: boolean;
  /** Where it would begin, as long as it is being moved. */
  readonly ghost: Ghost | undefined;
  readonly on: SVGProps<SVGGElement>;
}

const [BAR, WAIT] = [12, 5];

export function TaskBar({ row, drawing, picked, ghost, on }: TaskProps) {
  const { task, middle, from, until, whisker } = row;
  const { left, width, scale } = drawing;
  const thick = task.kind === 'wait' ? WAIT : BAR;
  const { least, most } = boundsOf(task);
  return (
    <g
      {...on}
      data-task={row.key}
      className={`task lane-${task.lane}${picked ? ' picked' : ''}`}
      role="slider"
      aria-label={task.title}
      aria-orientation="horizontal"
      aria-valuemin={dayNumber(least)}
      aria-valuemax={dayNumber(most)}
      aria-valuenow={dayNumber(ghost?.on ?? task.start)}
      aria-valuetext={saysOf(task, ghost)}
    >
      <title>{row.title}</title>
      <rect className="target" x={0} y={row.y} width={width} height={middle - row.y + 13} />
      <text className="label" x={row.label.x} y={row.label.y}>
        {row.label.text}
      </text>
      <path className="whisker" d={whiskerPath(whisker, middle)} />
      {task.kind === 'milestone' ? (
        <path className={task.critical ? 'gantt-bar critical' : 'gantt-bar'} d={diamond(until, middle, 6)} />
      ) : (
        <rect
          className={`gantt-bar${task.critical ? ' critical' : ''}${task.kind === 'wait' ? ' wait' : ''}`}
          x={from}
          y={middle - thick / 2}
          width={Math.max(2, until - from)}
          height={thick}
        />
      )}
      {task.moved === null ? null : <path className="pin" d={`M${from} ${middle - 11}v22`} />}
      {task.late_days > 0 ? (
        <path className="late" d={`M${until + 5} ${middle - 5}l9 10m0 -10l-9 10`} />
      ) : null}
      {ghost === undefined ? null : (
        <GhostBar x={scale.x(ghost.on)} left={left} width={Math.max(6, until - from)} middle={middle} />
      )}
    </g>
  );
}

interface GhostProps {
  readonly x: number;
  readonly left: number;
  readonly width: number;
  readonly middle: number;
}

/** Where a bar would stand; it is no part of what is saved. */
function GhostBar({ x, left, width, middle }: GhostProps) {
  return (
    <g data-screen="">
      <rect className="ghost" x={x} y={middle - BAR / 2} width={width} height={BAR} />
      <path className="ghost" d={`M${left} ${middle}H${x}`} />
    </g>
  );
}

interface GoalProps {
  readonly row: GoalRow;
  readonly see: (key: string | undefined) => void;
}

export function Goal({ row, see }: GoalProps) {
  const { middle, ready, due, late } = row;
  return (
    <g
      className={late ? 'missed' : undefined}
      role="img"
      aria-label={row.says}
      onPointerEnter={() => see(row.key)}
      onPointerLeave={() => see(undefined)}
    >
      <title>{row.says}</title>
      <rect className="target" x={0} y={row.y} width="100%" height={middle - row.y + 13} />
      <text className="label" x={row.label.x} y={row.label.y}>
        {row.label.text}
      </text>
      {ready ? (
        <>
          <path
            className="whisker"
            d={`M${ready.p10} ${middle}H${ready.p90}M${ready.p10} ${middle - 4}v8M${ready.p90} ${middle - 5}v10`}
          />
          <path className="ready" d={diamond(ready.p50, middle, 5.5)} />
        </>
      ) : null}
      {due === undefined ? null : (
        <path className="flag" d={`M${due} ${middle + 8}V${middle - 9}h10l-3 4l3 4h-10`} />
      )}
    </g>
  );
}

function whiskerPath({ p50, p90 }: TaskRow['whisker'], y: number): string {
  return p90 - p50 < 1 ? '' : `M${p50} ${y}H${p90}M${p50} ${y - 3}v6M${p90} ${y - 5}v10`;
}

function diamond(x: number, y: number, r: number): string {
  return `M${x - r} ${y}L${x} ${y - r}L${x + r} ${y}L${x} ${y + r}Z`;
}
