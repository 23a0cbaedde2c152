// The pages about the statement that this slice has, below the row of their place.
import { Tabs } from '../../ui/Tabs.tsx';
import { ControlTabs } from '../controls/tabs.tsx';

export function StatementTabs({ org }: { readonly org: string }) {
  return (
    <div className="soa-tabs">
      <ControlTabs org={org} />
      <Tabs
        org={org}
        tabs={[
          ['/soa/bring', 'Bring a statement'],
          ['/soa/transition', 'From 2013'],
        ]}
        label="The statement and what stands beside it"
      />
    </div>
  );
}
