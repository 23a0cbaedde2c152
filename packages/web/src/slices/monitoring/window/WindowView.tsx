// One window: its head, its strip with what narrows and explains it, the open day, its criteria.
import {
  filterStrip,
  parsePlainDate,
  STRIP_GROUPINGS,
  stripLines,
  type StripGrouping,
  type StripRow,
} from '@assay/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useDeferredValue, useMemo } from 'react';
import { useAsOf, useToday } from '../../../data/asof.ts';
import { PastNotice } from '../../../ui/AsOf.tsx';
import { hueOf } from '../../../ui/links.tsx';
import { EvidenceTabs } from '../../evidence/EvidenceTabs.tsx';
import { Criteria } from './Criteria.tsx';
import { DayPanel } from './day/DayPanel.tsx';
import { Tasks } from './plan/Tasks.tsx';
import type { WindowSearch } from './search.ts';
import { HeatStrip } from './strip/HeatStrip.tsx';
import { StripLegend } from './strip/Legend.tsx';
import type { StripMarks } from './strip/StripRows.tsx';
import { StripTable } from './StripTable.tsx';
import { StripTools } from './StripTools.tsx';
import { pinsByControl, useSampled } from './sampled.ts';
import { columnsOf, outagesOf, rowsOf, type WindowAnswer } from './window.ts';
import { WindowFacts, WindowHead } from './WindowHead.tsx';

interface Props {
  readonly org: string;
  /** As the address names it. */
  readonly id: string;
  readonly answer: WindowAnswer;
  /** Whether another day is asked for: what stands here is not of it yet. */
  readonly reading: boolean;
}

export function WindowView({ org, id, answer, reading }: Props) {
  const search: WindowSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const { day: past } = useAsOf();
  const today = useToday();
  const go = useCallback(
    (next: WindowSearch): void => void navigate({ to: '.', search: next, replace: true }),
    [navigate],
  );
  const by = useDeferredValue(search);
  const grouping: StripGrouping = STRIP_GROUPINGS.find((each) => each === by.by) ?? 'none';
  const catalogue = useMemo(() => catalogueOf(answer), [answer]);
  const columns = useMemo(() => columnsOf(answer), [answer]);
  const sampled = useSampled(org, answer.window);
  const all = useMemo(
    () => rowsOf(answer.controls, columns, pinsByControl(sampled.data?.data ?? [], columns)),
    [answer.controls, columns, sampled.data],
  );
  const rows = useMemo(
    () =>
      filterStrip(all, {
        words: by.q,
        owner: by.owner === 'none' ? '' : by.owner,
        standing: by.standing,
        deviating: by.dev === 'yes',
      }),
    [all, by.q, by.owner, by.standing, by.dev],
  );
  const lines = useMemo(() => stripLines(rows, grouping, catalogue), [rows, grouping, catalogue]);
  const marks = useMemo(
    () =>
      new Map<string, StripMarks>(
        all.map(({ control }) => [
          control,
          { outages: outagesOf(control, { outages: answer.outages, zone: answer.time_zone }, columns) },
        ]),
      ),
    [all, answer.outages, answer.time_zone, columns],
  );
  const marksOf = useCallback((row: StripRow) => marks.get(row.control) ?? NONE, [marks]);
  const link = useCallback(
    ({ control }: StripRow) => <ControlInWindow org={org} window={id} control={control} />,
    [org, id],
  );
  const day = search.day === undefined ? undefined : parsePlainDate(search.day);
  const open =
    search.control !== undefined && day !== undefined ? { control: search.control, day } : undefined;
  const asTable = search.as === 'table';
  const choose = useCallback(
    (row: StripRow, day: string) => go({ ...search, control: row.control, day }),
    [go, search],
  );
  const look = useCallback((at: string | undefined) => go({ ...search, at }), [go, search]);
  return (
    <div className="page window-page" aria-busy={reading}>
      <WindowHead org={org} id={id} answer={answer} />
      <PastNotice />
      <EvidenceTabs org={org} />
      <WindowFacts org={org} id={id} answer={answer} />
      <section className={open ? 'section with-day' : 'section'} aria-label="Controls by day">
        <StripTools
          answer={answer}
          all={all}
          rows={rows}
          lines={lines}
          columns={columns}
          search={search}
          go={go}
        />
        {asTable ? (
          <StripTable org={org} window={id} rows={rows} columns={columns} />
        ) : (
          <>
            <HeatStrip
              columns={columns}
              lines={lines}
              zoom={search.zoom === 'month' ? 'month' : 'window'}
              name={`Controls by day, ${answer.window.name}`}
              past={past === undefined ? undefined : parsePlainDate(past)}
              today={today}
              look={look}
              marksOf={marksOf}
              link={link}
              open={open}
              choose={choose}
            />
            <StripLegend unread={sampled.isError} />
          </>
        )}
        {open ? (
          <DayPanel
            key={`${open.control} ${open.day}`}
            org={org}
            window={id}
            control={open.control}
            name={answer.controls.find(({ code }) => code === open.control)?.name ?? ''}
            day={open.day}
            answer={answer}
            sampled={sampled.data?.data ?? []}
            search={search}
            go={go}
          />
        ) : null}
      </section>
      {answer.window.kind === 'plan' ? <Tasks org={org} window={id} /> : null}
      <Criteria org={org} answer={answer} />
    </div>
  );
}

const NONE: StripMarks = { outages: [] };

/** Opens the control in this window; the grid is one tab stop, so the link is for pointers. */
function ControlInWindow(props: { readonly org: string; readonly window: string; readonly control: string }) {
  return (
    <Link
      className="id"
      tabIndex={-1}
      to="/o/$org/windows/$window/$control"
      params={props}
      search={(before: WindowSearch) => (before.at === undefined ? {} : { at: before.at })}
    >
      {props.control}
    </Link>
  );
}

/** What can head a group: SOC 2 criteria, and the controls of Annex A. */
function catalogueOf({ criteria }: WindowAnswer) {
  return {
    criteria: criteria.filter(({ ref }) => hueOf(ref) === 'soc2'),
    annex: criteria.filter(({ ref, id }) => hueOf(ref) === 'iso' && id.startsWith('A.')),
  };
}
