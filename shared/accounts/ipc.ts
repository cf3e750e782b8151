/** The window's calls and events about the member's accounts. A password crosses once, towards main, and is not kept. */
import * as v from 'valibot';
import { AccountFaultSchema, AccountsStateSchema } from './state.ts';

const Nothing = v.undefined();
/** A server's name, such as `example.org`, or its address. */
const Server = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(512));
const Outcome = v.optional(AccountFaultSchema);

export const FoundServerSchema = v.union([
  v.object({
    /** Takes a name and a password. */
    password: v.boolean(),
    /** Signs members in on a page of its own. */
    browser: v.boolean(),
    /** The host behind the server's name, where that is another one. */
    at: v.optional(v.string()),
  }),
  v.object({ fault: AccountFaultSchema }),
]);
export type FoundServer = v.InferOutput<typeof FoundServerSchema>;

export const accountsCalls = {
  /** The state now; the event carries the later ones. */
  'accounts.get': { payload: Nothing, result: AccountsStateSchema },
  /** Which ways a Matrix server offers; looks at the keyring, too, so that the member is asked before they type. */
  'accounts.matrix.find': { payload: v.object({ server: Server }), result: FoundServerSchema },
  'accounts.matrix.signIn': {
    payload: v.object({
      server: Server,
      user: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(255)),
      password: v.pipe(v.string(), v.minLength(1), v.maxLength(1024)),
    }),
    result: Outcome,
  },
  /** Answers when the member is signed in, or has given up; the state tells that the app waits. */
  'accounts.matrix.signInBrowser': { payload: v.object({ server: Server }), result: Outcome },
  'accounts.matrix.signOut': { payload: Nothing, result: v.void() },
  /** Answers as signing in by browser does. */
  'accounts.github.signIn': { payload: Nothing, result: Outcome },
  /** Opens the page that the code is typed on. */
  'accounts.github.openPage': { payload: Nothing, result: v.void() },
  /** Puts the code on the clipboard. */
  'accounts.github.copyCode': { payload: Nothing, result: v.void() },
  'accounts.github.signOut': { payload: Nothing, result: v.void() },
  /** Ends the waiting for a browser or a code. */
  'accounts.cancel': { payload: Nothing, result: v.void() },
  /** The member agrees to accounts that end with the app. */
  'accounts.keepForSession': { payload: Nothing, result: v.void() },
  /** Takes the accounts up again, as after the member has opened the keyring. */
  'accounts.restore': { payload: Nothing, result: v.void() },
} as const;

export const accountsEvents = { accounts: AccountsStateSchema } as const;
