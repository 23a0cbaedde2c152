// SLSA provenance of a release as an in-toto statement: a claim of the builder, which the reader does not
// take for a check.
import { createHash } from 'node:crypto';
import type { PlainDate } from '@assay/core';
import { jsonText } from './scan.ts';

export function provenanceText(day: PlainDate, release: string): string {
  return ['api', 'worker', 'web']
    .map((image) =>
      jsonText({
        _type: 'https://in-toto.io/Statement/v1',
        subject: [
          {
            name: `ghcr.io/harbourline/${image}`,
            digest: { sha256: createHash('sha256').update(`${image} ${release}`).digest('hex') },
          },
        ],
        predicateType: 'https://slsa.dev/provenance/v1',
        predicate: {
          buildDefinition: {
            buildType: 'https://ci.harbourline.example/build/v1',
            externalParameters: {
              workflow: {
                repository: `harbourline/${image}`,
                ref: `refs/tags/${release}`,
              },
            },
          },
          runDetails: {
            builder: { id: 'https://ci.harbourline.example/hosted' },
            metadata: { startedOn: `${day}T10:41:00Z`, finishedOn: `${day}T10:52:00Z` },
          },
        },
      }),
    )
    .join('');
}
