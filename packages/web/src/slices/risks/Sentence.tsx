// A sentence whose days are never broken over two lines.
const DAY = /(\d{4}-\d{2}-\d{2})/;

export function Sentence({ of }: { readonly of: string }) {
  return of.split(DAY).map((part, i) =>
    DAY.test(part) ? (
      <time key={`${part} ${String(i)}`} dateTime={part} className="whole-day">
        {part}
      </time>
    ) : (
      part
    ),
  );
}
