/** The accounts state in the window. Contains no tokens or passwords. */
import * as v from 'valibot';

/** Why a sign-in failed. A closed list; each code has a sentence in the catalogue (`accounts.fault.CODE`). */
export const accountFaults = [
  'wrong-sign-in',
  'unreachable',
  'rate-limited',
  'forbidden',
  /** Locked by the server's operator, reversibly. */
  'locked',
  /** Permanently. */
  'deactivated',
  'not-found',
  'bad-answer',
  /** Not https: a password must not be sent unencrypted. */
  'insecure',
  'no-way-to-sign-in',
  'cancelled',
  'expired',
  'denied',
  'disabled',
  'refused',
  /**
   * The document now names another GitHub than the sign-in is for; the token is still stored, and was not sent
   * anywhere.
   */
  'another-github',
  /** The homeserver names another token endpoint; the tokens are still stored, and were not sent anywhere. */
  'another-issuer',
  /** The server name leads to another host than the member was shown. */
  'another-server',
  /** GitHub's response names a page on another site. */
  'wrong-page',
  /** The document's GitHub and API do not belong together. */
  'apart',
  /** Signed out here, but the server could not be reached to revoke the token. */
  'not-revoked',
  /** Signed out here, but the keyring has not confirmed the deletion. */
  'not-forgotten',
  'keyring-locked',
  'keyring-missing',
  'keyring-timed-out',
  'internal',
] as const;
export const AccountFaultSchema = v.picklist(accountFaults);
export type AccountFault = (typeof accountFaults)[number];

/** Where secrets are stored: `session` means in memory until the app quits, after the member has agreed. */
const KeptInSchema = v.picklist(['keyring', 'session']);

const MatrixViewSchema = v.object({
  session: v.picklist(['signed-out', 'signing-in', 'signed-in', 'soft-logged-out', 'revoked']),
  /** From the document, or as typed by the member. */
  server: v.optional(v.string()),
  /** The app is waiting for the member to sign in on the server's page. */
  inBrowser: v.optional(v.boolean()),
  userId: v.optional(v.string()),
  keptIn: v.optional(KeptInSchema),
  /** Why the last sign-in failed, or why the account could not be restored. */
  fault: v.optional(AccountFaultSchema),
});
export type MatrixView = Readonly<v.InferOutput<typeof MatrixViewSchema>>;

const GithubViewSchema = v.object({
  session: v.picklist(['signed-out', 'waiting', 'signed-in', 'expired']),
  login: v.optional(v.string()),
  /** The code to enter on GitHub's page while the app waits. */
  code: v.optional(
    v.object({ userCode: v.string(), page: v.string(), expiresAtUtcMs: v.number() }),
  ),
  keptIn: v.optional(KeptInSchema),
  fault: v.optional(AccountFaultSchema),
});
export type GithubView = Readonly<v.InferOutput<typeof GithubViewSchema>>;

export const AccountsStateSchema = v.object({
  matrix: MatrixViewSchema,
  /** Undefined if the document names no GitHub app to sign in with. */
  github: v.optional(GithubViewSchema),
  /** The member has agreed to accounts that last until the app quits, as there is no keyring. */
  forSession: v.boolean(),
  /** Result of the last check; undefined if never checked. */
  keyring: v.optional(v.picklist(['available', 'locked', 'missing', 'timed-out'])),
});
export type AccountsState = Readonly<v.InferOutput<typeof AccountsStateSchema>>;
