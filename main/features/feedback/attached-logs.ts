/**
 * The end of the log, as it was when a draft first asked for it: lines that come later would make every preview out of
 * date before it can be sent.
 */
export type AttachedLogs = Readonly<{
  /** Undefined if it is not wanted; then the next one is read anew. */
  of: (draftId: string, isWanted: boolean) => Promise<string | undefined>;
  forget: (draftId: string) => void;
}>;

/** About 200 lines. */
const limitBytes = 16 * 1024;

export function createAttachedLogs(tail: (limitBytes: number) => Promise<string>): AttachedLogs {
  const read = new Map<string, Promise<string>>();
  return {
    of: async (draftId, isWanted) => {
      if (!isWanted) {
        read.delete(draftId);
        return undefined;
      }
      const text = read.get(draftId) ?? tail(limitBytes);
      read.set(draftId, text);
      return text;
    },
    forget: (draftId) => void read.delete(draftId),
  };
}
