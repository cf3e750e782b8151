/** Why the app cannot start, judging by the state of the machine. Pure. */

export type StartFault = Readonly<{
  /** Each has a sentence in the catalogue (`start.CODE`). */
  code:
    | 'folder-denied'
    | 'folder-read-only'
    | 'folder-full'
    | 'folder-is-file'
    | 'folder-unusable'
    | 'silent'
    | 'no-lock'
    | 'no-display'
    | 'display-silent'
    | 'broken';
  params: Readonly<Record<string, string>>;
}>;

export type LockLook = Readonly<{
  /** Folders that the app must be able to write in, with the file system’s error if it cannot. */
  folders: readonly Readonly<{ path: string; error?: string }>[];
  /** The process that holds the lock, according to the lock. */
  holderPid?: number;
  /** Whether the holder answers calls; undefined if it cannot be called. */
  answers?: boolean;
  /** The folder of the lock. */
  profileDir: string;
}>;

/** Undefined if the lock is refused because the app already runs and was notified of this launch. */
export function whyNoLock(look: LockLook): StartFault | undefined {
  if (look.answers) return undefined;
  const [folder] = look.folders.flatMap(({ path, error }) =>
    error === undefined ? [] : folderFault(path, error),
  );
  if (folder) return folder;
  if (look.answers === undefined) return undefined;
  return look.holderPid === undefined
    ? { code: 'no-lock', params: { folder: look.profileDir } }
    : { code: 'silent', params: { process: String(look.holderPid) } };
}

const folderCodes: Readonly<Record<string, StartFault['code']>> = {
  EACCES: 'folder-denied',
  EPERM: 'folder-denied',
  EROFS: 'folder-read-only',
  ENOSPC: 'folder-full',
  EDQUOT: 'folder-full',
  EEXIST: 'folder-is-file',
  ENOTDIR: 'folder-is-file',
};

/** `error`: of the file system, when the app wanted to write in the folder. */
export function folderFault(path: string, error: string): StartFault {
  return { code: folderCodes[error] ?? 'folder-unusable', params: { folder: path, error } };
}
