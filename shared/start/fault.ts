/** Why the app cannot start, from what a look at the machine has found. Pure. */

export type StartFault = Readonly<{
  /** Closed, each with a sentence in the catalogue (`start.CODE`). */
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
  /** Folders that the app must be able to write in, with the file system’s error where it cannot. */
  folders: readonly Readonly<{ path: string; error?: string }>[];
  /** The process that holds the lock, as the lock itself says. */
  holderPid?: number;
  /** Whether the holder takes calls; undefined where it cannot be asked. */
  answers?: boolean;
  /** The folder that the lock lies in. */
  profileDir: string;
}>;

/** Undefined when it is refused because the app runs already, and has heard of this start. */
export function whyNoLock(look: LockLook): StartFault | undefined {
  if (look.answers) return undefined;
  const [folder] = look.folders.flatMap(folderFault);
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

function folderFault({ path, error }: LockLook['folders'][number]): readonly StartFault[] {
  if (error === undefined) return [];
  const code = folderCodes[error] ?? 'folder-unusable';
  return [{ code, params: { folder: path, error } }];
}
