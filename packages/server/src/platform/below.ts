// Which paths of this machine the server may read for others: only what lies below directories that were named.
import { realpathSync } from 'node:fs';
import { isAbsolute, relative } from 'node:path';

/** Whether a path lies below one of the directories once links are followed; what is not there does not. */
export function below(directories: readonly string[]): (path: string) => boolean {
  return (path) => {
    const real = isAbsolute(path) ? followed(path) : undefined;
    return (
      real !== undefined &&
      directories.some((directory) => {
        const root = followed(directory);
        if (root === undefined) return false;
        const way = relative(root, real);
        return way !== '..' && !way.startsWith('../') && !isAbsolute(way);
      })
    );
  };
}

function followed(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
