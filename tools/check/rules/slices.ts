// Inside a package slices meet only through their door: index.ts in core, *.module.ts in server.
import type { Edge } from '../read/modules.ts';

interface Violation {
  readonly message: string;
  readonly remedy: string;
}

/** The only file of platform/ that knows slices: it joins their tables to one schema, as types. */
const SCHEMA = 'packages/server/src/platform/postgres/schema.ts';

/** What stands above the slices of the server. */
const ABOVE = /^packages\/server\/src\/(?:app|demo)\//;

/** What is wrong about an import between two slices of one package, if anything. */
export function sliceViolation(path: string, edge: Edge): Violation | undefined {
  const target = edge.target;
  if (target === undefined) return undefined;
  if (path.startsWith('packages/core/src/') && target.startsWith('packages/core/src/'))
    return coreViolation(path, target);
  if (path.startsWith('packages/server/src/') && target.startsWith('packages/server/src/'))
    return serverViolation(path, edge, target);
  return undefined;
}

function coreViolation(path: string, target: string): Violation | undefined {
  const from = folderOf(path, 'packages/core/src/');
  const to = folderOf(target, 'packages/core/src/');
  if (to === from) return undefined;
  if (from === 'kernel')
    return {
      message: `the kernel knows the slice ${to ?? 'index.ts'}`,
      remedy: 'the kernel stands below all slices',
    };
  if (to === undefined)
    return {
      message: `the slice ${from ?? ''} imports core’s own door`,
      remedy: 'import the slice that you mean',
    };
  if (to === 'kernel' || target === `packages/core/src/${to}/index.ts`) return undefined;
  // A test writes down a situation of the slice below in that slice’s own short words.
  if (path.endsWith('.test.ts') && target.startsWith(`packages/core/src/${to}/testing/`)) return undefined;
  return {
    message: `goes behind the door of the slice ${to} (${target})`,
    remedy: `import ../${to}/index.ts`,
  };
}

function serverViolation(path: string, edge: Edge, target: string): Violation | undefined {
  const to = folderOf(target, 'packages/server/src/slices/');
  if (path.startsWith('packages/server/src/platform/')) return platformViolation(path, edge, target);
  if (to === undefined || to === folderOf(path, 'packages/server/src/slices/')) return undefined;
  const file = target.slice(`packages/server/src/slices/${to}/`.length);
  if (/^[^/]+\.module\.ts$/.test(file)) return undefined;
  // The application and the demo stand above the slices: they mount what is served, do the jobs and call use cases.
  if (ABOVE.test(path) && /\.(?:routes|usecases|jobs)\.ts$/.test(file)) return undefined;
  if (path.startsWith('packages/server/src/testing/')) return undefined;
  return {
    message: `goes behind the door of the slice ${to} (${file})`,
    remedy: `import ${to}.module.ts, and let it export what others may use`,
  };
}

function platformViolation(path: string, edge: Edge, target: string): Violation | undefined {
  if (target.startsWith('packages/server/src/platform/')) return undefined;
  if (path === SCHEMA && edge.kind === 'type' && target.endsWith('.tables.ts')) return undefined;
  return {
    message: `platform knows ${target}`,
    remedy: 'platform stands below slices and app: take what you need as an argument',
  };
}

/** The folder that a path lies in below `base`, or undefined for a file directly in it. */
function folderOf(path: string, base: string): string | undefined {
  if (!path.startsWith(base)) return undefined;
  const rest = path.slice(base.length).split('/');
  return rest.length > 1 ? rest[0] : undefined;
}
