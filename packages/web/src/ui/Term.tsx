// A word of the field with its meaning on hover or focus; where the glossary has none, just the word.
import { useGlossary } from '../data/glossary.ts';

interface Props {
  /** The glossary's term, where the word on the page differs from it. */
  readonly of?: string;
  readonly children: string;
}

export function Term({ of, children }: Props) {
  const glossary = useGlossary();
  const wanted = (of ?? children).toLowerCase();
  const found = glossary.data?.find(
    (each) =>
      each.term.toLowerCase() === wanted || each.synonyms.some((word) => word.toLowerCase() === wanted),
  );
  if (!found) return children;
  return (
    <span className="term" tabIndex={0}>
      {children}
      <span className="meaning" role="tooltip">
        {found.short}
      </span>
    </span>
  );
}
