// The one time axis as a picture, and its table twin.
import { useRef } from 'react';
import { SaveDrawing } from '../../ui/SaveDrawing.tsx';
import { TableSection } from '../../ui/TableSection.tsx';
import { FrameworkMark } from '../../ui/marks.tsx';
import { AxisPicture, daysOf } from './AxisPicture.tsx';
import type { AxisItem } from './axis.layout.ts';
import { LANE_NAMES, type Plan } from './plan.ts';

interface Props {
  readonly plan: Plan;
  readonly table: boolean;
  readonly turn: () => void;
}

export function OneAxis({ plan, table, turn }: Props) {
  const box = useRef<HTMLElement>(null);
  const { axis, today } = plan;
  const other = (
    <button type="button" className="button quiet" onClick={turn}>
      {table ? 'As picture' : 'As table'}
      <span className="sr">: one time axis</span>
    </button>
  );
  if (axis.items.length === 0) return null;
  if (table) return <AxisTable items={axis.items} turn={other} />;
  return (
    <section className="section" aria-labelledby="one-axis" ref={box}>
      <div className="section-head">
        <h2 id="one-axis">One time axis</h2>
        <span className="ids">
          {other}
          <SaveDrawing
            of={box}
            file="plan-axis"
            title="One time axis"
            sentence="The three-year cycle of the certificate above the periods of SOC 2; what serves both stands between."
            drawn
          />
        </span>
      </div>
      <AxisPicture axis={axis} today={today} />
    </section>
  );
}

function AxisTable({ items, turn }: { readonly items: readonly AxisItem[]; readonly turn: React.ReactNode }) {
  return (
    <TableSection
      title="One time axis"
      file="plan-axis"
      rows={items}
      keyOf={({ id }) => id}
      acts={turn}
      columns={[
        {
          name: 'Lane',
          value: ({ lane }) => LANE_NAMES[lane],
          show: ({ lane }) =>
            lane === 'shared' ? 'both' : <FrameworkMark view={lane}>{LANE_NAMES[lane]}</FrameworkMark>,
        },
        { name: 'What', value: ({ title }) => title, show: ({ title }) => title },
        { name: 'When', value: daysOf, show: daysOf },
        { name: 'At the latest', value: ({ latest }) => latest ?? '', show: ({ latest }) => latest ?? '' },
        { name: 'Why then', grow: true, value: ({ because }) => because, show: ({ because }) => because },
      ]}
    />
  );
}
