// The article's claim as a band, and what this organisation's own control set gives: strict to generous, four ways.
import { api, useOrg } from '../../data/api.ts';
import type { Overlap } from '../../data/rows.ts';
import { CsvButton } from '../../ui/CsvButton.tsx';
import { Fraction, FrameworkMark } from '../../ui/marks.tsx';
import { Loaded } from '../../ui/page.tsx';

const KINDS = [
  ['requirements', 'Requirements'],
  ['controls', 'Controls'],
  ['evidence', 'Pieces of evidence'],
  ['effort', 'Person-days'],
] as const;

type Direction = Overlap['iso_by_soc2'];
type Share = Direction['requirements'];

export function ClaimAgainstOurs({ org }: { readonly org: string }) {
  const overlap = useOrg(org, ['overlap'], () => api['overlap.read']({ params: { org } }));
  return (
    <section className="section" aria-labelledby="claim">
      <h2 id="claim">The claim against ours</h2>
      <Loaded of={overlap}>
        {(data) => (
          <>
            <p className="prose">
              The article says that {percent(data.claim.low)} to {percent(data.claim.high)} percent of the
              work is shared (the band). This control set gives, from the strict count (ring) to the generous
              one (dot):
            </p>
            <div className="pair">
              <Shares
                view="iso"
                title="Of ISO/IEC 27001, answered by work for SOC 2"
                generous={data.iso_by_soc2}
                strict={data.strict.iso_by_soc2}
                claim={data.claim}
              />
              <Shares
                view="soc2"
                title="Of SOC 2, answered by work for ISO/IEC 27001"
                generous={data.soc2_by_iso}
                strict={data.strict.soc2_by_iso}
                claim={data.claim}
              />
            </div>
            <details className="small muted prose">
              <summary>How it is counted</summary>
              <p>Generous: {data.rules.generous}</p>
              <p>Strict: {data.rules.strict}</p>
            </details>
          </>
        )}
      </Loaded>
    </section>
  );
}

interface SharesProps {
  readonly view: 'iso' | 'soc2';
  readonly title: string;
  readonly generous: Direction;
  readonly strict: Direction;
  readonly claim: Overlap['claim'];
}

function Shares({ view, title, generous, strict, claim }: SharesProps) {
  return (
    <div className="side">
      <div className="section-head bare">
        <h3>
          <FrameworkMark view={view}>{title}</FrameworkMark>
        </h3>
        <CsvButton
          of={title}
          file={`overlap-${view}`}
          rows={KINDS.map(([key, name]) => ({ name, strict: strict[key], generous: generous[key] }))}
          fields={[
            { name: 'Counted by', value: (row) => row.name },
            { name: 'Strict', value: (row) => row.strict.numerator },
            { name: 'Of (strict)', value: (row) => row.strict.denominator },
            { name: 'Generous', value: (row) => row.generous.numerator },
            { name: 'Of (generous)', value: (row) => row.generous.denominator },
          ]}
        />
      </div>
      <table className="table shares">
        <thead>
          <tr>
            <th scope="col">Counted by</th>
            <th scope="col" className="grow">
              0 to 100 %
            </th>
            <th scope="col" className="num">
              Strict
            </th>
            <th scope="col" className="num">
              Generous
            </th>
          </tr>
        </thead>
        <tbody>
          {KINDS.map(([key, name]) => (
            <tr key={key}>
              <td>{name}</td>
              <td className="grow">
                <Dumbbell view={view} low={part(strict[key])} high={part(generous[key])} claim={claim} />
              </td>
              <td className="num">
                <Fraction of={strict[key]} />
              </td>
              <td className="num">
                <Fraction of={generous[key]} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface DumbbellProps {
  readonly view: 'iso' | 'soc2';
  readonly low: number;
  readonly high: number;
  readonly claim: Overlap['claim'];
}

/** A line from the strict share to the generous one, over the claim's band. */
function Dumbbell({ view, low, high, claim }: DumbbellProps) {
  const x = (share: number): number => 6 + share * 188;
  return (
    <svg
      className={`dumbbell ${view}`}
      viewBox="0 0 200 20"
      role="img"
      aria-label={`${percent(low)} percent strictly, ${percent(high)} percent generously`}
    >
      <rect className="band" x={x(claim.low)} y="0" width={x(claim.high) - x(claim.low)} height="20" />
      <line className="axis" x1={x(0)} x2={x(1)} y1="10" y2="10" />
      <line className="span" x1={x(low)} x2={x(high)} y1="10" y2="10" />
      <circle className="ring" cx={x(low)} cy="10" r="4" />
      <circle className="dot" cx={x(high)} cy="10" r="4" />
    </svg>
  );
}

function part(share: Share): number {
  return share.denominator === 0 ? 0 : share.numerator / share.denominator;
}

function percent(share: number): number {
  return Math.round(share * 100);
}
