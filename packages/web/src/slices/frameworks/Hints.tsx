// What helps to read a requirement: points of focus, attributes, what it was called in the edition before.
import { api, useOrg } from '../../data/api.ts';
import { said } from '../../ui/words.ts';

interface Props {
  readonly org: string;
  readonly framework: string;
  readonly requirement: string;
}

export function Hints({ org, framework, requirement }: Props) {
  const whole = useOrg(org, ['framework', framework], () =>
    api['frameworks.read']({ params: { org, framework } }),
  );
  const found = whole.data?.requirements.find((each) => each.id === requirement);
  if (!found) return null;
  const attributes = Object.entries(found.attributes);
  return (
    <>
      {attributes.length > 0 || found.amendment !== null || found.is_new ? (
        <section className="section" aria-labelledby="attributes">
          <h2 id="attributes">Attributes</h2>
          <dl className="facts">
            {attributes.map(([name, values]) => (
              <Fact key={name} name={said(name)} value={values.map(said).join(', ')} />
            ))}
            {found.is_new ? <Fact name="edition" value="new in this edition" /> : null}
            {found.amendment === null ? null : <Fact name="amendment" value={found.amendment} />}
            <Predecessors org={org} framework={framework} reference={found.ref} />
          </dl>
        </section>
      ) : null}
      {found.points_of_focus.length > 0 ? (
        <section className="section" aria-labelledby="focus">
          <h2 id="focus">Points of focus</h2>
          <p className="small muted prose">
            Hints on what an examiner may look at, in our words. They are not requirements: a criterion is not
            failed because one of them is unmet.
          </p>
          <ul className="hints">
            {found.points_of_focus.map((each) => (
              <li key={each.id}>
                <span className="mono small faint">{each.id}</span> {each.hint}
                {each.category === null ? null : (
                  <span className="faint small"> only for {said(each.category)}</span>
                )}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div className="key-row">
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

interface PredecessorsProps {
  readonly org: string;
  readonly framework: string;
  readonly reference: string;
}

/** Which requirements of the 2013 edition became this one. */
function Predecessors({ org, framework, reference }: PredecessorsProps) {
  const pairs = useOrg(org, ['pairs', framework], () =>
    api['frameworks.pairs']({ params: { org, framework } }),
  );
  const before = (pairs.data?.data ?? [])
    .flatMap((editions) => editions.pairs)
    .filter((each) => each.to === reference);
  if (before.length === 0) return null;
  return (
    <Fact
      name="in 2013"
      value={before
        .map((each) => `${each.from.slice(each.from.indexOf('/') + 1)} ${each.from_title}`)
        .join('; ')}
    />
  );
}
