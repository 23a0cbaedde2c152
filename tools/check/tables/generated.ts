// Files that a program writes: each is in the tree and equals what its maker gives now.
import { companiesPage } from '../made/companiesPage.ts';
import { controlsIndex } from '../made/controlsIndex.ts';
import { glossaryPage } from '../made/glossaryPage.ts';
import { callOf, load } from '../read/load.ts';

export interface Generated {
  readonly path: string;
  /** The file's text as it should be, or why it cannot be made. */
  make(root: string): Promise<{ readonly text: string } | { readonly why: string }>;
}

export const GENERATED: readonly Generated[] = [
  {
    path: 'docs/reference/cli.md',
    async make(root) {
      const cli = await load(root, 'packages/cli/src/reference.ts');
      if (!cli.there) return { why: `packages/cli/src/reference.ts ${cli.why}` };
      const text = callOf(cli, 'cliReference');
      return typeof text === 'string' ? { text } : { why: 'the command line exports no cliReference()' };
    },
  },
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
  {
    path: 'docs/reference/advice-figures.md',
    async make(root) {
      const core = await load(root, 'packages/core/src/index.ts');
      if (!core.there) return { why: `packages/core/src/index.ts ${core.why}` };
      const page = callOf(core, 'figuresPage');
      return typeof page === 'string' ? { text: page } : { why: 'core exports no figuresPage()' };
    },
  },
  {
    path: 'docs/reference/advice.md',
    async make(root) {
      const core = await load(root, 'packages/core/src/index.ts');
      if (!core.there) return { why: `packages/core/src/index.ts ${core.why}` };
      const page = callOf(core, 'advicePage');
      return typeof page === 'string' ? { text: page } : { why: 'core exports no advicePage()' };
    },
  },
  {
    path: 'docs/reference/roles.md',
    async make(root) {
      const core = await load(root, 'packages/core/src/index.ts');
      if (!core.there) return { why: `packages/core/src/index.ts ${core.why}` };
      const page = callOf(core, 'rolesPage');
      return typeof page === 'string' ? { text: page } : { why: 'core exports no rolesPage()' };
    },
  },
  {
    path: 'docs/reference/plan.md',
    async make(root) {
      const core = await load(root, 'packages/core/src/index.ts');
      if (!core.there) return { why: `packages/core/src/index.ts ${core.why}` };
      const page = callOf(core, 'planPage');
      return typeof page === 'string' ? { text: page } : { why: 'core exports no planPage()' };
    },
  },
  {
    path: 'docs/reference/advice-companies.md',
    make: (root) =>
      written(async () => companiesPage(root, await load(root, 'packages/contract/src/index.ts'))),
  },
  { path: 'content/controls/INDEX.md', make: (root) => written(() => controlsIndex(root)) },
  { path: 'docs/reference/glossary.md', make: (root) => written(() => glossaryPage(root)) },
  {
    path: 'docs/reference/framework-file.schema.json',
    async make(root) {
      const contract = await load(root, 'packages/contract/src/index.ts');
      if (!contract.there) return { why: `packages/contract/src/index.ts ${contract.why}` };
      const schema = callOf(contract, 'frameworkFileJsonSchema');
      if (schema === undefined) return { why: 'the contract exports no frameworkFileJsonSchema()' };
      return { text: `${JSON.stringify(schema, null, 2)}\n` };
    },
  },
  {
    path: 'docs/reference/readers.md',
    async make(root) {
      const sources = await load(root, 'packages/sources/src/index.ts');
      if (!sources.there) return { why: `packages/sources/src/index.ts ${sources.why}` };
      const page = callOf(sources, 'readersPage');
      return typeof page === 'string' ? { text: page } : { why: 'the sources export no readersPage()' };
    },
  },
];

/** Makers read content/, which may be broken: then the file cannot be made, and the content rule says where. */
async function written(make: () => Promise<string>): Promise<{ text: string } | { why: string }> {
  try {
    return { text: await make() };
  } catch (cause) {
    return { why: cause instanceof Error ? cause.message : String(cause) };
  }
}
