// The heat strip: controls down, days across. Lines in sight are drawn, each state of a row as one path; one tab
// stop, arrows walk the days (ARIA grid), Enter or a press opens a day. The table twin says the same.
import {
  columnOf,
  dayAt,
  dayWords,
  edgeOf,
  sayCell,
  type PlainDate,
  type StripCell,
  type StripColumns,
  type StripLine,
  type StripRow,
} from '@assay/core';
import { useVirtualizer, type Range } from '@tanstack/react-virtual';
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type PointerEvent,
  type ReactNode,
} from 'react';
import { useNarrow } from '../../../../ui/useNarrow.ts';
import { usePrinting } from '../../../../ui/usePrinting.ts';
import { useWidth } from '../../../../ui/useWidth.ts';
import { StripAxis, StripRules, type LookBack } from './Axis.tsx';
import {
  columnAt,
  geometryOf,
  STRIP_SIZES,
  type StripGeometry,
  type StripSize,
  type StripZoom,
} from './geometry.ts';
import { Patterns } from './Shapes.tsx';
import { StripHeadingLine, StripRowLine, type StripMarks } from './StripRows.tsx';
import { useWalk } from './useWalk.ts';
import './strip.css';

interface Props {
  readonly columns: StripColumns;
  readonly lines: readonly StripLine[];
  readonly zoom: StripZoom;
  readonly size?: StripSize;
  readonly name: string;
  /** The day whose end is shown as it was known; undefined: as it is known today. */
  readonly past: PlainDate | undefined;
  /** The real day of looking, also while the past is shown. */
  readonly today: PlainDate | undefined;
  /** Shows what was known on a day; undefined: today. */
  readonly look: (day: PlainDate | undefined) => void;
  readonly marksOf: (row: StripRow) => StripMarks;
  readonly link: (row: StripRow) => ReactNode;
  /** The day that is open beside the strip. */
  readonly open: { readonly control: string; readonly day: PlainDate } | undefined;
  readonly choose: (row: StripRow, day: string) => void;
}

const HEADING = 34;
const OVERSCAN = 10;
const AXIS = 31;
/** Width of an A4 sheet within its margins, as much as browsers fit to it. */
const SHEET = 760;

export function HeatStrip(props: Props) {
  const { columns, lines, zoom, size = STRIP_SIZES.row } = props;
  const [box, room] = useWidth<HTMLDivElement>(960);
  const narrow = useNarrow();
  const paper = usePrinting();
  const kind = paper ? 'paper' : narrow ? 'phone' : 'wide';
  const geometry = useMemo(
    () => geometryOf(kind, { room: paper ? SHEET : room, days: columns.count, zoom, size }),
    [kind, paper, room, columns.count, zoom, size],
  );
  const indices = useMemo(
    () => lines.flatMap((line, index) => (line.kind === 'row' ? [index] : [])),
    [lines],
  );
  const rows = useMemo(() => lines.flatMap((line) => (line.kind === 'row' ? [line.row] : [])), [lines]);
  const scroller = useRef<HTMLDivElement>(null);
  const [aimed, setAimed] = useState<number | undefined>();
  const [hover, setHover] = useState<StripCell | undefined>();
  const openRow = rows.findIndex((row) => row.control === props.open?.control);
  const openColumn = props.open && columnOf(columns, props.open.day);
  const walk = useWalk({
    rows,
    columns,
    start: { row: Math.max(0, openRow), column: openColumn ?? columns.today ?? 0 },
    page: () => Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 400) - AXIS) / geometry.line) - 1),
    enter: (cell) => choose(cell),
    known: ({ column }) => back.show(column),
    today: () => props.look(undefined),
    moved: (cell) => {
      virtual.scrollToIndex(indices[cell.row] ?? 0);
      reveal(scroller.current, cell.column, geometry);
    },
  });
  const back: LookBack = {
    last: lastOf(columns, props.today),
    aim: setAimed,
    show: (column) => {
      const day = dayAt(columns, column);
      if (props.today !== undefined && day <= props.today) props.look(day === props.today ? undefined : day);
    },
  };
  const active = indices[walk.cell.row];
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.kind === 'heading' ? HEADING : geometry.line),
    getItemKey: (index) => `${lines[index]?.key ?? index} ${geometry.line}`,
    overscan: OVERSCAN,
    scrollPaddingStart: AXIS,
    rangeExtractor: useCallback((range: Range) => shown(range, active), [active]),
  });
  const choose = ({ row, column }: StripCell): void => {
    const chosen = rows[row];
    if (chosen) props.choose(chosen, dayAt(columns, column));
  };
  const cellAt = (event: PointerEvent): StripCell | undefined => cellUnder(event, geometry, columns.count);
  const told = hover ?? (walk.focused ? walk.cell : undefined);
  const crossed = aimed ?? told?.column;
  const toldRow = told && rows[told.row];
  const items = paper ? undefined : virtual.getVirtualItems();
  const tops = useMemo(() => topsOf(lines, geometry.line), [lines, geometry.line]);
  const seen = items ? items.map((item) => item.index) : lines.map((_, index) => index);
  useLayoutEffect(() => {
    // A strip that is wider than its room begins where it matters: the last weeks before the day of looking.
    const frame = scroller.current;
    if (frame)
      frame.scrollLeft = edgeOf(columns.today ?? 0, geometry) - (frame.clientWidth - geometry.ends) * 0.6;
  }, [columns, geometry]);
  useEffect(() => {
    const index = indices[openRow];
    if (index !== undefined) virtual.scrollToIndex(index, { align: 'center' });
  }, [indices, openRow, virtual]);
  return (
    <figure
      className={`strip strip-${kind}`}
      style={{
        '--strip-label': `${geometry.label}px`,
        '--strip-ends': `${geometry.ends}px`,
        '--strip-line': `${geometry.line}px`,
        '--strip-room': `${room}px`,
      }}
    >
      <Patterns />
      <figcaption>
        <p className="strip-says small" role="status">
          {aimed !== undefined ? (
            `Show what was known on ${dayWords(dayAt(columns, aimed))}`
          ) : told && toldRow ? (
            sayCell(toldRow, told.column, columns)
          ) : (
            <span className="faint">
              {narrow
                ? 'Press a day for what came, a month for what was known.'
                : 'Arrow keys walk the days; Enter or a press shows what came on one. W, or a press on the months, shows what was known on a day; T is today.'}
            </span>
          )}
        </p>
      </figcaption>
      <div
        className="strip-scroll"
        ref={scroller}
        role="grid"
        tabIndex={0}
        aria-label={props.name}
        aria-rowcount={lines.length + 1}
        aria-colcount={columns.count + 4}
        aria-activedescendant={rows.length > 0 ? 'strip-cell' : undefined}
        onKeyDown={walk.onKeyDown}
        onFocus={walk.onFocus}
        onBlur={walk.onBlur}
        onPointerMove={(event) => setHover((held) => same(held, cellAt(event)))}
        onPointerLeave={() => setHover(undefined)}
        onClick={(event) => {
          const cell = cellUnder(event, geometry, columns.count);
          if (!cell) return;
          walk.go(cell);
          choose(cell);
        }}
      >
        <div className="strip-room" ref={box} />
        <div className="strip-head" role="row" aria-rowindex={1}>
          <div className="strip-label" role="columnheader">
            {rows.length} {rows.length === 1 ? 'row' : 'rows'}
          </div>
          <div className="strip-days" role="columnheader" style={{ width: geometry.width }}>
            <span className="sr">Days</span>
            <StripAxis columns={columns} geometry={geometry} past={props.past !== undefined} back={back} />
          </div>
          <div className="strip-ends">
            <span className="strip-coverage" role="columnheader">
              Filled
            </span>
            <span className="strip-standing" role="columnheader">
              Standing
            </span>
            <span className="strip-gap" role="columnheader">
              Gap, d
            </span>
          </div>
        </div>
        <div
          className="strip-body"
          role="rowgroup"
          style={{
            height: paper ? tops.total : virtual.getTotalSize(),
            width: kind === 'phone' ? geometry.width : geometry.label + geometry.width + geometry.ends,
          }}
        >
          <StripRules columns={columns} geometry={geometry} />
          {crossed !== undefined ? (
            <span
              className="strip-cross"
              style={{
                left: geometry.label + edgeOf(crossed, geometry),
                width: Math.max(1, edgeOf(crossed + 1, geometry) - edgeOf(crossed, geometry)),
              }}
            />
          ) : null}
          {seen.map((index) => {
            const line = lines[index];
            if (!line) return null;
            const top = items?.find((item) => item.index === index)?.start ?? tops.at[index] ?? 0;
            if (line.kind === 'heading')
              return <StripHeadingLine key={line.key} line={line} top={top} index={index + 2} />;
            const marked = line.at === walk.cell.row;
            return (
              <StripRowLine
                key={line.key}
                row={line.row}
                at={line.at}
                top={top}
                index={index + 2}
                geometry={geometry}
                marks={props.marksOf(line.row)}
                link={props.link}
              >
                {marked ? (
                  <ActiveCell
                    cell={walk.cell}
                    row={line.row}
                    columns={columns}
                    geometry={geometry}
                    open={props.open !== undefined && openRow === line.at}
                  />
                ) : null}
              </StripRowLine>
            );
          })}
        </div>
      </div>
    </figure>
  );
}

function ActiveCell(props: {
  readonly cell: StripCell;
  readonly row: StripRow;
  readonly columns: StripColumns;
  readonly geometry: StripGeometry;
  readonly open: boolean;
}) {
  const { cell, geometry } = props;
  const left = edgeOf(cell.column, geometry);
  return (
    <span
      id="strip-cell"
      role="gridcell"
      className={props.open ? 'strip-cell open' : 'strip-cell'}
      aria-colindex={cell.column + 2}
      aria-selected={props.open}
      aria-label={sayCell(props.row, cell.column, props.columns)}
      style={{ left: left - 2, width: edgeOf(cell.column + 1, geometry) - left + 4 }}
    />
  );
}

/** Lines in sight, and the one that holds the cell of the keyboard. */
function shown({ startIndex, endIndex, overscan, count }: Range, active: number | undefined): number[] {
  const from = Math.max(0, startIndex - overscan);
  const to = Math.min(count - 1, endIndex + overscan);
  const indices = Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
  if (active === undefined || (active >= from && active <= to) || active >= count) return indices;
  return active < from ? [active, ...indices] : [...indices, active];
}

function topsOf(
  lines: readonly StripLine[],
  row: number,
): { readonly at: readonly number[]; readonly total: number } {
  let total = 0;
  const at = lines.map((line) => {
    const top = total;
    total += line.kind === 'heading' ? HEADING : row;
    return top;
  });
  return { at, total };
}

/** The last column that is not in the future. */
function lastOf(columns: StripColumns, today: PlainDate | undefined): number | undefined {
  if (today === undefined || today < dayAt(columns, 0)) return undefined;
  return columnOf(columns, today) ?? columns.count - 1;
}

/** The day under a pointer, where it is over one. */
function cellUnder(
  event: { readonly target: EventTarget; readonly clientX: number },
  geometry: StripGeometry,
  days: number,
): StripCell | undefined {
  if (!(event.target instanceof Element) || event.target.closest('a')) return undefined;
  const area = event.target.closest('.strip-body .strip-days');
  const at = area?.closest<HTMLElement>('.strip-row')?.dataset['at'];
  if (!area || at === undefined) return undefined;
  return {
    row: Number(at),
    column: columnAt(event.clientX - area.getBoundingClientRect().left, geometry, days),
  };
}

/** The held cell where nothing has changed, so that a moving pointer does not draw for nothing. */
function same(held: StripCell | undefined, now: StripCell | undefined): StripCell | undefined {
  return held && now && held.row === now.row && held.column === now.column ? held : now;
}

/** Scrolls sideways until a day lies between the labels and the ends. */
function reveal(box: HTMLElement | null, column: number, geometry: StripGeometry): void {
  if (!box) return;
  const left = edgeOf(column, geometry);
  const right = edgeOf(column + 1, geometry);
  const room = box.clientWidth - geometry.label - geometry.ends;
  if (left < box.scrollLeft) box.scrollLeft = left;
  else if (right > box.scrollLeft + room) box.scrollLeft = right - room;
}
