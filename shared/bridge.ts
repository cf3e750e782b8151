/** The bridge between the window and main. */

/** Why a call failed; the window gets nothing else of the error. */
export const callErrorCodes = [
  'unknown-call',
  'bad-payload',
  'unknown-service',
  'not-kept',
  'internal',
] as const;
export type CallErrorCode = (typeof callErrorCodes)[number];

/** A handler throws this to answer with a code; any other error is `internal`. */
export class CallError extends Error {
  readonly code: CallErrorCode;

  constructor(code: CallErrorCode) {
    super(code);
    this.code = code;
  }
}

/** A call's result as it crosses the bridge. */
export type Reply<T = unknown> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: CallErrorCode };

/** Everything that the preload exposes as `window.coopTray`. */
export type Bridge = Readonly<{
  call: (name: string, payload: unknown) => Promise<Reply>;
  /**
   * Events arrive as JSON: Electron copies an object across the bridge field by field, which for a snapshot of 500
   * services blocks drawing for a whole frame. Returns a function that unsubscribes.
   */
  on: (listener: (name: string, json: string) => void) => () => void;
}>;
