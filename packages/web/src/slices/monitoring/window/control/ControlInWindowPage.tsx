// One control in a window: its days large, each scope by itself, what was expected, its schedule, exclusions, evidence.
import { parsePlainDate, stretchesIn, type StripColumns, type StripLine, type StripRow } from '@assay/core';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { api, useOrgOnDay } from '../../../../data/api.ts';
import { useAsOf, useToday } from '../../../../data/asof.ts';
import { AsOf, PastNotice } from '../../../../ui/AsOf.tsx';
import { ControlId } from '../../../../ui/links.tsx';
import { Loaded, PageHead } from '../../../../ui/page.tsx';
import { DayPanel } from '../day/DayPanel.tsx';
import type { WindowSearch } from '../search.ts';
import { Standing } from '../Standing.tsx';
import { STRIP_SIZES } from '../strip/geometry.ts';
import { HeatStrip } from '../strip/HeatStrip.tsx';
import { StripLegend } from '../strip/Legend.tsx';
import { pinsByControl, useSampled, type SampledItem } from '../sampled.ts';
import { columnsOf, outagesOf, rowsOf, type WindowDetail } from '../window.ts';
import { EvidenceByDay } from './EvidenceByDay.tsx';
import { Exclusions } from './Exclusions.tsx';
import { Occurrences } from './Occurrences.tsx';
import { Schedule } from './Schedule.tsx';
import '../window.css';

export function ControlInWindowPage() {
  const named = useParams({ from: '/o/$org/windows/$window/$control' });
  return <ControlNamed key={`${named.org} ${named.window} ${named.control}`} {...named} />;
}

interface Named {
  readonly org: string;
  readonly window: string;
  readonly control: string;
}

function ControlNamed({ org, window, control }: Named) {
  const { day, query } = useAsOf();
  const detail = useOrgOnDay(org, { key: ['window-control', window, control], day }, () =>
    api['windows.control']({ params: { org, window, control }, query }),
  );
  return (
    <Loaded of={detail}>
      {(told) => <View org={org} window={window} told={told} reading={detail.isPlaceholderData} />}
    </Loaded>
  );
}

interface Props {
  readonly org: string;
  readonly window: string;
  readonly told: WindowDetail;
}

function View({ org, window, told, reading }: Props & { readonly reading: boolean }) {
  const search: WindowSearch = useSearch({ from: '/o/$org/windows/$window/$control' });
  const navigate = useNavigate({ from: '/o/$org/windows/$window/$control' });
  const go = useCallback(
    (next: WindowSearch): void => void navigate({ search: next, replace: true }),
    [navigate],
  );
  const { control } = told;
  const sampled = useSampled(org, told.window);
  const items = sampled.data?.data ?? NO_ITEMS;
  const past = search.at !== undefined;
  return (
    <div className="page window-page" aria-busy={reading}>
      <PageHead
        title={
          <>
            <span className="mono faint">{control.code}</span> {control.name}
          </>
        }
        name={`${control.code} in ${told.window.name}`}
        sentence={control.sentence}
        crumbs={
          <>
            <Link
              to="/o/$org/windows/$window"
              params={{ org, window }}
              search={search.at === undefined ? {} : { at: search.at }}
            >
              {told.window.name}
            </Link>
            <span>
              {told.window.from} to {told.window.until}
            </span>
          </>
        }
      >
        <AsOf />
        {past ? null : (
          <Link
            className="button primary"
            to="/o/$org/import"
            params={{ org }}
            search={{ control: control.code }}
          >
            Bring evidence
          </Link>
        )}
      </PageHead>
      <PastNotice />
      <Facts org={org} told={told} />
      <section className={search.day ? 'section with-day' : 'section'} aria-label="Days">
        <ScopeStrips org={org} window={window} told={told} items={items} search={search} go={go} />
        <StripLegend unread={sampled.isError} />
        <RowDays scopes={told.scopes} />
        {search.day ? (
          <DayPanel
            key={search.day}
            org={org}
            window={window}
            control={control.code}
            day={search.day}
            name={control.name}
            answer={told}
            sampled={items}
            search={search}
            go={go}
          />
        ) : null}
      </section>
      <Occurrences org={org} told={told} />
      <Schedule org={org} schedule={told.schedule} past={past} />
      <Exclusions org={org} told={told} past={past} />
      <EvidenceByDay org={org} told={told} past={past} />
    </div>
  );
}

function Facts({ org, told: { control } }: { readonly org: string; readonly told: WindowDetail }) {
  return (
    <dl className="facts across">
      <Fact name="Standing">
        <Standing of={control.standing} />
      </Fact>
      <Fact name="Filled">
        {control.coverage.numerator} <span className="faint">/ {control.coverage.denominator}</span>
        {control.counts.pending > 0 ? (
          <span className="under">{control.counts.pending} still open</span>
        ) : null}
      </Fact>
      <Fact name="Longest gap">
        {control.longest_gap_days === 1 ? '1 day' : `${control.longest_gap_days} days`}
      </Fact>
      <Fact name="Expected">{control.cadence}</Fact>
      <Fact name="Owner">{control.owner ?? 'nobody'}</Fact>
      {control.replaces.length === 0 ? null : (
        <Fact name="Took the place of">
          {control.replaces.map((code) => (
            <ControlId key={code} org={org} code={code} />
          ))}
        </Fact>
      )}
      <Fact name="Clean from">{control.earliest_clean_start ?? 'no day of this window'}</Fact>
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Rows that count on some days alone, because their system came into the examined scope or left it. */
function RowDays({ scopes }: { readonly scopes: WindowDetail['scopes'] }) {
  const told = scopes.filter(({ from, until, added }) => added || from !== null || until !== null);
  if (told.length === 0) return null;
  return (
    <ul className="row-days small">
      {told.map(({ name, from, until, added }) => (
        <li key={name}>
          <strong>{name}</strong> {daysOf(from, until)}
          {added ? ': it is in the examined scope, though the schedule does not name it' : ''}.
        </li>
      ))}
    </ul>
  );
}

function daysOf(from: string | null, until: string | null): string {
  if (from !== null && from === until) return 'does not count: it is outside the examined scope';
  return `counts${from === null ? '' : ` from ${from}`}${until === null ? '' : ` until ${until}`}`;
}

const NO_ITEMS: readonly SampledItem[] = [];

interface StripProps extends Props {
  readonly items: readonly SampledItem[];
  readonly search: WindowSearch;
  readonly go: (next: WindowSearch) => void;
}

function ScopeStrips({ told, items, search, go }: StripProps) {
  const day = search.day === undefined ? undefined : parsePlainDate(search.day);
  const columns = useMemo(() => columnsOf(told), [told]);
  const today = useToday();
  const lines = useMemo(() => linesOf(told, items, columns), [told, items, columns]);
  const marks = useMemo(
    () => ({
      outages: outagesOf(told.control.code, { outages: told.outages, zone: told.time_zone }, columns),
    }),
    [told, columns],
  );
  return (
    <HeatStrip
      columns={columns}
      lines={lines}
      zoom="window"
      size={STRIP_SIZES.large}
      name={`Days of ${told.control.code}`}
      past={search.at === undefined ? undefined : parsePlainDate(search.at)}
      today={today}
      look={(at) => go({ ...search, at })}
      marksOf={() => marks}
      link={() => null}
      open={day === undefined ? undefined : { control: told.control.code, day }}
      choose={(_, day) => go({ ...search, day })}
    />
  );
}

/** All scopes together first, then each by itself where there are several. */
function linesOf(
  told: WindowDetail,
  items: readonly SampledItem[],
  columns: StripColumns,
): readonly StripLine[] {
  const [whole] = rowsOf([told.control], columns, pinsByControl(items, columns));
  if (!whole) return [];
  const several = told.scopes.length > 1 ? told.scopes : [];
  const rows: readonly StripRow[] = [
    { ...whole, name: several.length > 0 ? 'All scopes' : 'Days' },
    ...several.map(({ name, days }) => ({
      ...whole,
      name,
      pins: [],
      stretches: stretchesIn(columns, days),
      part: true as const,
    })),
  ];
  return rows.map((row, at) => ({ kind: 'row', key: row.name, row, at }));
}
