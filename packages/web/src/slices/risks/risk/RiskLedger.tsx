// Every version of a risk as the ledger has it: when, what, by whom.
import { api, useOrg } from '../../../data/api.ts';
import { Loaded } from '../../../ui/page.tsx';
import { TableSection } from '../../../ui/TableSection.tsx';
import { minuteText } from '../../../ui/words.ts';

const SHOWN = 100;

export function RiskLedger({ org, code }: { readonly org: string; readonly code: string }) {
  const entries = useOrg(org, ['risks', code, 'ledger'], () =>
    api['ledger.entries']({ params: { org }, query: { subject: code, limit: String(SHOWN) } }),
  );
  return (
    <Loaded of={entries}>
      {({ data, has_more }) => (
        <TableSection
          title="History"
          file={`${code}-history`}
          rows={data}
          keyOf={(row) => String(row.index)}
          columns={[
            { name: 'At', value: (row) => row.at, show: (row) => minuteText(row.at) },
            {
              name: 'What',
              grow: true,
              value: (row) => row.kind,
              show: (row) => row.kind.replace('risk.', '').replaceAll(/[._]/g, ' '),
            },
            { name: 'Who', value: (row) => row.by ?? '', show: (row) => row.by ?? '—' },
            {
              name: 'Entry',
              number: true,
              value: (row) => row.index,
              show: (row) => (
                <>
                  <span className="only-phone faint">entry </span>
                  {row.index}
                </>
              ),
            },
          ]}
          note={has_more ? <p className="muted small">Older entries stand in the ledger.</p> : undefined}
        />
      )}
    </Loaded>
  );
}
