/** Answers that lead to another address, in `Location` (RFC 9110, 15.4). Pure. */
export const redirectCodes: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
