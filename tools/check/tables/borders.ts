// Who may reach whom. A row is a package: what it may import, and what it must never see.

export interface Border {
  /** Packages of the house that it may import, each through its door. */
  readonly reaches: readonly string[];
  /** Whether it may use Node's own modules. */
  readonly node: boolean;
  /** Libraries that it may import; `declared` leaves the list to its package.json. */
  readonly libraries: readonly string[] | 'declared';
  /** Libraries that it must not import even if somebody declares them. */
  readonly never: readonly string[];
  /** What to do instead. */
  readonly remedy: string;
}

const DATABASE = ['pg', 'kysely', 'pg-boss', 'pg-copy-streams', 'postgres'];
const SERVING = ['hono', '@hono/node-server', 'commander'];

export const BORDERS: Readonly<Record<string, Border>> = {
  core: {
    reaches: [],
    node: false,
    libraries: [],
    never: [],
    remedy: 'core is pure: take what you need as an argument, and let server or cli bring it',
  },
  contract: {
    reaches: ['core'],
    node: false,
    libraries: ['zod'],
    never: DATABASE,
    remedy: 'contract holds schemas and routes: core and zod are all it needs',
  },
  sources: {
    reaches: ['core'],
    node: true,
    // A new parser is a decision about hostile input: add it here, with the review that it got.
    libraries: ['saxes', 'yauzl', 'csv-parse', 'fflate'],
    never: [...DATABASE, ...SERVING],
    remedy: 'sources turn bytes into observations: hand them to a sink, the server stores them',
  },
  server: {
    reaches: ['core', 'contract', 'sources'],
    node: true,
    libraries: 'declared',
    never: ['react', 'react-dom', 'commander'],
    remedy: 'server knows core, contract and sources: nothing of the browser or the command line',
  },
  web: {
    reaches: ['core', 'contract'],
    node: false,
    libraries: 'declared',
    never: [...DATABASE, ...SERVING],
    remedy: 'web asks through the client of @assay/contract',
  },
  cli: {
    reaches: ['core', 'contract', 'sources', 'server'],
    node: true,
    libraries: 'declared',
    never: [...DATABASE, 'hono', '@hono/node-server', 'react', 'react-dom'],
    remedy:
      'cli asks through the client of @assay/contract, or opens the store through the door of @assay/server',
  },
};

/** What every test may use, whatever its package. */
export const TEST_LIBRARIES = [
  'vitest',
  'fast-check',
  'axe-core',
  'playwright-core',
  'hucre',
  '@seriousme/openapi-schema-validator',
  'ajv',
];

/** Folders outside packages/ that tests may read. */
export const TEST_PLACES = ['tools/', 'vectors/', 'content/'];

/** Libraries that speak SQL. */
export const SQL_LIBRARIES = ['pg', 'kysely', 'pg-copy-streams', 'postgres'];

/** Where SQL may stand. */
export const SQL_PLACES = [
  /\.repository\.ts$/,
  /\.tables\.ts$/,
  /^packages\/server\/src\/platform\/postgres\//,
];
