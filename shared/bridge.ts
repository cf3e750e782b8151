/** What crosses between the window and main. */

/** Why a call failed; nothing else of an error crosses to the window. */
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

/** What crosses the bridge as the answer to a call. */
export type Reply<T = unknown> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: CallErrorCode };

/** What the preload puts on `window.coopTray`, and nothing else. */
export type Bridge = Readonly<{
  call: (name: string, payload: unknown) => Promise<Reply>;
  /**
   * Events come as JSON: Electron copies an object across the bridge field by field, which for the snapshot of 500
   * services keeps the page from drawing for a whole frame. Returns the function that ends the subscription.
   */
  on: (listener: (name: string, json: string) => void) => () => void;
}>;
