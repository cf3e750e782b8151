/** IPC calls and events about accounts. A password is sent once, to main, and never stored. */
import * as v from 'valibot';
import { AccountFaultSchema, AccountsStateSchema } from './state.ts';

const Nothing = v.undefined();
/** A server name such as `example.org`, or its URL. */
const Server = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(512));
const Outcome = v.optional(AccountFaultSchema);

const FoundServerSchema = v.union([
  v.object({
    /** Supports name and password. */
    password: v.boolean(),
    /** Supports signing in on the server's own page. */
    browser: v.boolean(),
    /** The host that the server name delegates to, if different. */
    at: v.optional(v.string()),
  }),
  v.object({ fault: AccountFaultSchema }),
]);
export type FoundServer = v.InferOutput<typeof FoundServerSchema>;

export const accountsCalls = {
  /** The current state; later ones arrive with the event. */
  'accounts.get': { payload: Nothing, result: AccountsStateSchema },
  /**
   * The sign-in methods of a Matrix server. Also checks the keyring, so that any prompt appears before the member
   * types.
   */
  'accounts.matrix.find': { payload: v.object({ server: Server }), result: FoundServerSchema },
  'accounts.matrix.signIn': {
    payload: v.object({
      server: Server,
      user: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(255)),
      password: v.pipe(v.string(), v.minLength(1), v.maxLength(1024)),
    }),
    result: Outcome,
  },
  /** Returns once the member has signed in or given up; meanwhile the state shows that the app is waiting. */
  'accounts.matrix.signInBrowser': { payload: v.object({ server: Server }), result: Outcome },
  'accounts.matrix.signOut': { payload: Nothing, result: v.void() },
  /** Returns like `accounts.matrix.signInBrowser`. */
  'accounts.github.signIn': { payload: Nothing, result: Outcome },
  /** Opens the page where the code is entered. */
  'accounts.github.openPage': { payload: Nothing, result: v.void() },
  /** Copies the code to the clipboard. */
  'accounts.github.copyCode': { payload: Nothing, result: v.void() },
  'accounts.github.signOut': { payload: Nothing, result: v.void() },
  /** Stops waiting for a browser or a code. */
  'accounts.cancel': { payload: Nothing, result: v.void() },
  /** The member agrees to accounts that last until the app quits. */
  'accounts.keepForSession': { payload: Nothing, result: v.void() },
  /** Restores the accounts, for example after the member has unlocked the keyring. */
  'accounts.restore': { payload: Nothing, result: v.void() },
} as const;

export const accountsEvents = { accounts: AccountsStateSchema } as const;
