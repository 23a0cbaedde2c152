// What the product knows for one input of a review, each with where it is from; what it does not know is said.
export function Facts({
  facts,
}: {
  readonly facts: readonly { readonly source: string; readonly value: string | null }[];
}) {
  if (facts.length === 0) return null;
  return (
    <dl className="isms-facts">
      {facts.map(({ source, value }) => (
        <div key={source}>
          <dt>{source}</dt>
          <dd>{value ?? <span className="muted">Not known here; ask.</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
