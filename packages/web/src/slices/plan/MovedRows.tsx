// The rows of the schedule under hand and keyboard: a task is dragged, or moved by arrows; Escape and a gesture that the
// browser takes over leave it where it was.
import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import type { GanttDrawing, TaskRow } from './gantt.layout.ts';
import { TaskBar } from './GanttRows.tsx';
import { ghostOf, type Ghost } from './moving.ts';
import type { PlanTask } from './plan.ts';

interface Props {
  readonly drawing: GanttDrawing;
  readonly movable: boolean;
  readonly ghost: Ghost | undefined;
  readonly setGhost: (next: Ghost | undefined) => void;
  readonly hold: (task: string | undefined) => void;
  readonly record: (task: PlanTask) => void;
  readonly pick: (task: string) => void;
  readonly picked: string | undefined;
  /** The task that Tab reaches. */
  readonly tab: string | undefined;
}

export function MovedRows(props: Props) {
  const { drawing, movable, ghost, setGhost, hold, record, pick, picked, tab } = props;
  const drag = useRef<{ task: string; x: number } | undefined>(undefined);
  const leave = (): void => {
    drag.current = undefined;
    setGhost(undefined);
  };
  const onKey = (event: KeyboardEvent<SVGGElement>, row: TaskRow): void => {
    const away = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const next = away === 0 ? undefined : drawing.tasks[drawing.tasks.indexOf(row) + away];
    if (next)
      event.currentTarget.parentElement
        ?.querySelector<SVGGElement>(`[data-task="${CSS.escape(next.key)}"]`)
        ?.focus();
    else if (event.key === 'Enter') record(row.task);
    else if (event.key === 'Escape' && (ghost || drag.current)) leave();
    else {
      const moved = movable ? ghostOf(row.task, ghost, event) : undefined;
      if (!moved) return;
      setGhost(moved);
    }
    event.preventDefault();
  };
  const down = (event: PointerEvent<SVGGElement>, row: TaskRow): void => {
    if (event.button !== 0) return;
    drag.current = { task: row.key, x: event.clientX };
    if (movable) event.currentTarget.setPointerCapture(event.pointerId);
  };
  const over = (event: PointerEvent<SVGGElement>, { task }: TaskRow): void => {
    const held = drag.current;
    if (!movable || held?.task !== task.id) return;
    const days = Math.round((event.clientX - held.x) / drawing.scale.pixelsADay);
    if (days !== 0 || ghost) setGhost(ghostOf(task, undefined, { days }));
  };
  const up = (row: TaskRow): void => {
    if (drag.current?.task !== row.key) return;
    drag.current = undefined;
    if (ghost) record(row.task);
    else pick(row.key);
  };
  return drawing.tasks.map((row) => (
    <TaskBar
      key={row.key}
      row={row}
      drawing={drawing}
      picked={row.key === picked}
      ghost={ghost?.task === row.key ? ghost : undefined}
      on={{
        tabIndex: row.key === tab ? 0 : -1,
        'aria-readonly': !movable,
        onFocus: () => hold(row.key),
        onBlur: () => hold(undefined),
        onKeyDown: (event) => onKey(event, row),
        onPointerDown: (event) => down(event, row),
        onPointerMove: (event) => over(event, row),
        onPointerUp: () => up(row),
        onPointerCancel: leave,
      }}
    />
  ));
}
