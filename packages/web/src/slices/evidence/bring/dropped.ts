// Files out of what was dropped: single files, several, or whole folders walked to their end.

export interface Dropped {
  readonly file: File;
  readonly path: string;
}

/** Junk that systems leave in folders. */
const JUNK = /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini|__MACOSX(\/|$))/;

export async function filesOf(transfer: DataTransfer): Promise<readonly Dropped[]> {
  // Entries have to be taken before the first wait: the browser empties the list after the event.
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return [...transfer.files].map((file) => ({ file, path: file.name }));
  const found = await Promise.all(entries.map(walk));
  return found.flat().filter(({ path }) => !JUNK.test(path));
}

/** Files of a chosen list; a chosen folder gives each its path. */
export function filesOfList(list: FileList | null): readonly Dropped[] {
  return [...(list ?? [])]
    .map((file) => ({ file, path: file.webkitRelativePath || file.name }))
    .filter(({ path }) => !JUNK.test(path));
}

async function walk(entry: FileSystemEntry): Promise<readonly Dropped[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ file, path: entry.fullPath.replace(/^\//, '') }];
  }
  if (!isFolder(entry)) return [];
  const reader = entry.createReader();
  const found: Dropped[] = [];
  for (;;) {
    // A folder gives its entries in batches until an empty one.
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (batch.length === 0) return found;
    for (const each of batch) found.push(...(await walk(each)));
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
