/**
 * Why feedback could not be delivered. A closed list; each code has a sentence in the catalogue
 * (`feedback.trouble.CODE`).
 */
import * as v from 'valibot';

/** What the member can do about each (`feedback.remedy.REMEDY`). */
const remedyOf = {
  /** This machine is offline, or the server is unreachable. */
  offline: 'wait',
  /** Rate-limited: 429, or an hourly quota. */
  busy: 'wait',
  timeout: 'wait',
  /** 5xx. */
  'server-error': 'wait',
  /** Not signed in there, or the session was revoked. */
  'signed-out': 'sign-in',
  /** Queued by another member than the one signed in. */
  'another-member': 'leave',
  /** The document or the room's alias now leads elsewhere: from `was` to `now`. */
  moved: 'look-again',
  /** The readers are not those at the time of sending. */
  'readers-changed': 'look-again',
  /** Queued by an older version, which did not store the destination's details. */
  unbound: 'look-again',
  /** `permission` is what is missing, if the server names it. */
  'no-permission': 'ask',
  /** The server's operator has locked or closed the member's account. */
  'account-locked': 'ask',
  /** `organisation` requires signing in at `url` first, if the server names them. */
  'single-sign-on': 'sign-in-there',
  /** Archived or locked. */
  'read-only': 'elsewhere',
  /** Moved to the server `to`, which is not in the document. */
  'moved-away': 'elsewhere',
  /** The room or repository is gone, or invisible to this member. */
  'not-found': 'elsewhere',
  /** The room is encrypted, which this app does not support. */
  encrypted: 'elsewhere',
  'too-large': 'shorten',
  /** Any other refusal; `status` is the HTTP status. */
  refused: 'elsewhere',
  /** The attached file no longer exists. */
  'attachment-missing': 'write-anew',
  /** It has waited the maximum time. */
  'too-old': 'decide',
  internal: 'decide',
} as const;

export type TroubleCode = keyof typeof remedyOf;
export type Remedy = (typeof remedyOf)[TroubleCode];
export const troubleCodes = Object.keys(remedyOf) as readonly TroubleCode[];
export const remedies: readonly Remedy[] = [...new Set(Object.values(remedyOf))];

export const TroubleSchema = v.object({
  code: v.picklist(troubleCodes),
  /** Values for the sentence: a permission, a number. Short; never a person's address or a token. */
  params: v.optional(
    v.record(
      v.pipe(v.string(), v.maxLength(40)),
      v.union([v.pipe(v.string(), v.maxLength(200)), v.number()]),
    ),
    {},
  ),
});
export type Trouble = Readonly<v.InferOutput<typeof TroubleSchema>>;

export function trouble(
  code: TroubleCode,
  params: Readonly<Record<string, string | number>> = {},
): Trouble {
  return { code, params };
}

/** All parameters that a sentence may use; missing ones are empty. */
export function troubleParams({ params }: Trouble) {
  return { status: '', was: '', now: '', ...params };
}

export function whatToDo({ code }: Trouble): Remedy {
  return remedyOf[code];
}

/** Thrown by a destination that did not accept a part. */
export class DeliveryError extends Error {
  readonly trouble: Trouble;
  /** A temporary failure is retried automatically, no sooner than `retryAfterMs` if the server gave one. */
  readonly temporary: false | Readonly<{ retryAfterMs?: number }>;

  constructor(why: Trouble, temporary: DeliveryError['temporary'], cause?: unknown) {
    super(why.code, { cause });
    this.name = 'DeliveryError';
    this.trouble = why;
    this.temporary = temporary;
  }
}
