/** Why a page that others publish could not be read: the codes that every reader has beside its own. Pure. */

/** Of an answer that is none; it comes with its status. */
export const statusProblems = ['no-access', 'not-found', 'http-status'] as const;
/** Of a request that failed. */
export const netProblems = ['too-large', 'timeout', 'unreachable'] as const;
/** `internal`: a fault of ours. */
export const readProblems = [...statusProblems, ...netProblems, 'internal'] as const;
