// Files that a program writes: each is in the tree and equals what its maker gives now.
import { callOf, load } from '../read/load.ts';

export interface Generated {
  readonly path: string;
  /** The file's text as it should be, or why it cannot be made. */
  make(root: string): Promise<{ readonly text: string } | { readonly why: string }>;
}

export const GENERATED: readonly Generated[] = [
  {
    path: 'docs/openapi.json',
    async make(root) {
      const contract = await load(root, 'packages/contract/src/index.ts');
      if (!contract.there) return { why: `packages/contract/src/index.ts ${contract.why}` };
      const document = callOf(contract, 'openApiDocument');
      if (document === undefined) return { why: 'the contract exports no openApiDocument()' };
      return { text: `${JSON.stringify(document, null, 2)}\n` };
    },
  },
];
