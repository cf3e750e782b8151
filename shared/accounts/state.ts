/** What the window knows of the member's accounts. Holds no token and no password. */
import * as v from 'valibot';

/** Why a sign-in failed; closed, each with a sentence in the catalogue (`accounts.fault.CODE`). */
export const accountFaults = [
  'wrong-sign-in',
  'unreachable',
  'rate-limited',
  'forbidden',
  /** By whoever runs the server, until they undo it. */
  'locked',
  /** For good. */
  'deactivated',
  'not-found',
  'bad-answer',
  /** An address without https: a password has no business on a line that others can read. */
  'insecure',
  'no-way-to-sign-in',
  'cancelled',
  'expired',
  'denied',
  'disabled',
  'refused',
  /** The document names another GitHub than the one that the sign-in is of; it is kept, and was sent nowhere. */
  'another-github',
  /** The homeserver names another place that tokens are renewed at; they are kept, and were sent nowhere. */
  'another-issuer',
  /** Behind the server's name is another one than the member was shown. */
  'another-server',
  /** The code is for a page on another site than the GitHub that it was asked of. */
  'wrong-page',
  /** The document names a GitHub, and an API that is not of it. */
  'apart',
  /** Signed out here, and the server could not be told. */
  'not-revoked',
  /** Signed out here, and the keyring has not said that the sign-in is gone from it. */
  'not-forgotten',
  'keyring-locked',
  'keyring-missing',
  'keyring-timed-out',
  'internal',
] as const;
export const AccountFaultSchema = v.picklist(accountFaults);
export type AccountFault = (typeof accountFaults)[number];

/** Where secrets are kept: `session` is until the app ends, once the member has agreed to it. */
export const KeptInSchema = v.picklist(['keyring', 'session']);

export const MatrixViewSchema = v.object({
  session: v.picklist(['signed-out', 'signing-in', 'signed-in', 'soft-logged-out', 'revoked']),
  /** The document's, or the one that the member typed. */
  server: v.optional(v.string()),
  /** The member signs in on a page of the server, and the app waits for it. */
  inBrowser: v.optional(v.boolean()),
  userId: v.optional(v.string()),
  keptIn: v.optional(KeptInSchema),
  /** Why the last sign-in failed, or why the account could not be taken up again. */
  fault: v.optional(AccountFaultSchema),
});
export type MatrixView = Readonly<v.InferOutput<typeof MatrixViewSchema>>;

export const GithubViewSchema = v.object({
  session: v.picklist(['signed-out', 'waiting', 'signed-in', 'expired']),
  login: v.optional(v.string()),
  /** What the member types on GitHub's page while the app waits for it. */
  code: v.optional(
    v.object({ userCode: v.string(), page: v.string(), expiresAtUtcMs: v.number() }),
  ),
  keptIn: v.optional(KeptInSchema),
  fault: v.optional(AccountFaultSchema),
});
export type GithubView = Readonly<v.InferOutput<typeof GithubViewSchema>>;

export const AccountsStateSchema = v.object({
  matrix: MatrixViewSchema,
  /** Undefined where the document names no GitHub app to sign in with. */
  github: v.optional(GithubViewSchema),
  /** The member has agreed to accounts that end with the app, for want of a keyring. */
  forSession: v.boolean(),
  /** Of the last look at it; undefined while nobody has looked. */
  keyring: v.optional(v.picklist(['available', 'locked', 'missing', 'timed-out'])),
});
export type AccountsState = Readonly<v.InferOutput<typeof AccountsStateSchema>>;
