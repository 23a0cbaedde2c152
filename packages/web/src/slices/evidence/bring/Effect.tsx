// What the file would do to both verdicts: controls with their states before and after, then the requirements
// of both frameworks that lean on them.
import type { Output, Routes } from '@assay/contract';
import { api, useOrg } from '../../../data/api.ts';
import { CsvButton, type Field } from '../../../ui/CsvButton.tsx';
import { ControlId } from '../../../ui/links.tsx';
import { FrameworkMark } from '../../../ui/marks.tsx';
import type { ImportRow } from '../records.ts';
import { Leaning } from './Leaning.tsx';
import { Path } from './Path.tsx';

export function Effect({ org, of }: { readonly org: string; readonly of: ImportRow }) {
  const found = useOrg(org, ['effect', of.id], () =>
    api['imports.effect']({ params: { org, import: of.id } }),
  );
  if (!found.data) return <div className="section" aria-busy="true" />;
  const { controls, requirements } = found.data;
  const counts = new Map(of.controls.map((row) => [row.code, row]));
  if (controls.length === 0)
    return (
      <section className="section">
        <h2>It touches no control yet</h2>
        <p className="muted">Name a control, or map its checks: then both frameworks judge it.</p>
      </section>
    );
  return (
    <>
      <section className="section" aria-labelledby="touches">
        <div className="section-head">
          <h2 id="touches">
            It touches {controls.length === 1 ? '1 control' : `${controls.length} controls`}
          </h2>
          <CsvButton
            of="controls"
            file={`${of.filename}-controls`}
            rows={controls}
            fields={[
              { name: 'Control', value: (each) => each.code },
              { name: 'Name', value: (each) => each.name },
              { name: 'Pass', value: (each) => counts.get(each.code)?.pass ?? 0 },
              { name: 'Fail', value: (each) => counts.get(each.code)?.fail ?? 0 },
              { name: 'Unknown', value: (each) => counts.get(each.code)?.unknown ?? 0 },
              ...statesOf,
            ]}
          />
        </div>
        <div className="table-wrap">
          <table className="table cards effect">
            <thead>
              <tr>
                <th>Control</th>
                <th className="num">Pass</th>
                <th className="num">Fail</th>
                <th className="num">Unknown</th>
                <th>
                  <FrameworkMark view="iso">ISO/IEC 27001</FrameworkMark>
                </th>
                <th>
                  <FrameworkMark view="soc2">SOC 2</FrameworkMark>
                </th>
              </tr>
            </thead>
            <tbody>
              {controls.map((control) => {
                const row = counts.get(control.code);
                return (
                  <tr key={control.code}>
                    <td className="grow">
                      <ControlId org={org} code={control.code} /> {control.name}
                    </td>
                    <Count word="pass" n={row?.pass} />
                    <Count word="fail" n={row?.fail} />
                    <Count word="unknown" n={row?.unknown} />
                    <td className="move">
                      <span className="only-phone iso">ISO </span>
                      <Path of={control.iso} />
                    </td>
                    <td className="move">
                      <span className="only-phone soc2">SOC 2 </span>
                      <Path of={control.soc2} />
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      </section>
      <section className="section" aria-labelledby="leans">
        <div className="section-head">
          <h2 id="leans">
            {requirements.length === 1 ? '1 requirement leans' : `${requirements.length} requirements lean`}{' '}
            on {controls.length === 1 ? 'it' : 'them'}
          </h2>
          <CsvButton
            of="requirements"
            file={`${of.filename}-requirements`}
            rows={requirements}
            fields={[
              { name: 'Framework', value: (each) => each.framework },
              { name: 'Requirement', value: (each) => each.id },
              { name: 'Title', value: (each) => each.title },
              { name: 'Now', value: (each) => each.now },
              { name: 'Once committed', value: (each) => each.committed },
              { name: 'Once accepted', value: (each) => each.accepted },
            ]}
          />
        </div>
        <div className="pair">
          <Leaning org={org} view="iso" title="ISO/IEC 27001" of={requirements} />
          <Leaning org={org} view="soc2" title="SOC 2" of={requirements} />
        </div>
      </section>
    </>
  );
}

type Touched = Output<Routes['imports.effect']>['controls'][number];

const statesOf: readonly Field<Touched>[] = (['iso', 'soc2'] as const).flatMap((view) => {
  const name = view === 'iso' ? 'ISO' : 'SOC 2';
  return [
    { name: `${name} now`, value: (each: Touched) => each[view].now },
    { name: `${name} once committed`, value: (each: Touched) => each[view].committed },
    { name: `${name} once accepted`, value: (each: Touched) => each[view].accepted },
  ];
});

function Count({ n = 0, word }: { readonly n: number | undefined; readonly word: string }) {
  return (
    <td className="num">
      <span className={n === 0 ? 'faint' : undefined}>{n}</span>
      <span className="only-phone faint"> {word}</span>
    </td>
  );
}
