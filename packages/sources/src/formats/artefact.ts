// Anything else: kept as it is, says nothing by itself.
import type { Reader } from '../read/reader.ts';

export const artefact: Reader = {
  id: 'artefact',
  title: 'File',
  version: 1,
  manual: {
    recognised: 'anything that no other reader knows',
    reads: 'whole',
    fields: {},
    words: [],
    also: [],
    otherwise: 'A file says nothing by itself: a person links it to controls and reviews it.',
  },
  recognise: () => 0.01,
  read: () => Promise.resolve(),
};
