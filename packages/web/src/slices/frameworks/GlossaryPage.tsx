// The words of both audits, each in a sentence or two.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useGlossary } from '../../data/glossary.ts';
import { Empty, Loaded, PageHead } from '../../ui/page.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';

export function GlossaryPage() {
  const glossary = useGlossary();
  const search = useSearch({ from: '/o/$org/glossary' });
  const navigate = useNavigate({ from: '/o/$org/glossary' });
  const words = (search.q ?? '').toLowerCase();
  return (
    <Loaded of={glossary}>
      {(terms) => {
        const found = terms.filter((each) =>
          `${each.term} ${each.synonyms.join(' ')} ${each.short}`.toLowerCase().includes(words),
        );
        return (
          <div className="page">
            <PageHead
              title="Glossary"
              name="Glossary"
              sentence={`${terms.length} words as the field uses them; Assay uses each in this one sense.`}
            />
            <div className="toolbar">
              <SearchBox
                label="Filter terms"
                hint="A word or its synonym"
                value={search.q}
                change={(q) => void navigate({ search: { ...search, q }, replace: true })}
              />
            </div>
            {found.length === 0 ? (
              <Empty title="No term matches">
                <p>Try a shorter word.</p>
              </Empty>
            ) : (
              <dl className="terms">
                {found.map((each) => (
                  <div key={each.term} id={each.term}>
                    <dt>
                      {each.term}
                      {each.synonyms.length > 0 ? (
                        <span className="block small faint">{each.synonyms.join(', ')}</span>
                      ) : null}
                    </dt>
                    <dd>
                      <p>{each.short}</p>
                      <p className="muted small">{each.long}</p>
                    </dd>
                  </div>
                ))}
              </dl>
            )}
          </div>
        );
      }}
    </Loaded>
  );
}
