// Annex A in both editions and what became of the older one, from the content that the program brings.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { editionPairsFile, frameworkFile } from '@assay/contract';
import { requirementRef, type EditionPairs } from '@assay/core';
import { contentFolder } from '../home.ts';

/** `A.5.1` of 2022 and `A.5.1.1` of 2013. */
export function annexIds(): ReadonlySet<string> {
  const ids = (['2013', '2022'] as const).flatMap((edition) =>
    requirementsOf(edition)
      .map(({ id }) => id)
      .filter((id) => id.startsWith('A.')),
  );
  return new Set(ids);
}

/** Controls of one edition in the order of the annex. */
export function annexControls(edition: '2013' | '2022') {
  return requirementsOf(edition).filter(({ kind }) => kind === 'control');
}

/** Which control of 2013 became which of 2022. */
export function editionPairs(): EditionPairs {
  const file = editionPairsFile.parse(contentOf('iso27001-2013-to-2022'));
  return {
    from: file.from,
    to: file.to,
    source: file.source,
    pairs: file.pairs.map(({ from, to, kind }) => ({
      from: requirementRef(file.from, from),
      to: requirementRef(file.to, to),
      kind,
    })),
    fresh: file.newIn2022.map((id) => requirementRef(file.to, id)),
  };
}

function requirementsOf(edition: '2013' | '2022') {
  return frameworkFile.parse(contentOf(`iso27001-${edition}`)).requirements;
}

function contentOf(name: string): unknown {
  return JSON.parse(readFileSync(join(contentFolder, 'frameworks', `${name}.json`), 'utf8'));
}
