/** Why feedback could not be delivered: closed, each with a sentence in the catalogue (`feedback.trouble.CODE`). */
import * as v from 'valibot';

/** What the member can do about each; `feedback.remedy.REMEDY` says it. */
const remedyOf = {
  /** This machine is offline, or the server cannot be reached. */
  offline: 'wait',
  /** The server asks for patience (429, or a limit by the hour). */
  busy: 'wait',
  timeout: 'wait',
  /** The server's own error, 5xx. */
  'server-error': 'wait',
  /** Nobody is signed in there, or the sign-in was revoked. */
  'signed-out': 'sign-in',
  /** It is to go in the name of a member who is not the one that is signed in. */
  'another-member': 'leave',
  /** The document, or the name of a room, leads elsewhere by now: from `was` to `now`. */
  moved: 'look-again',
  /** Others can read it there than when it was sent. */
  'readers-changed': 'look-again',
  /** Of an older version, which did not note down where it was to go. */
  unbound: 'look-again',
  /** `permission` names what is missing, as far as the server tells. */
  'no-permission': 'ask',
  /** The member's account there: whoever runs the server has locked or closed it. */
  'account-locked': 'ask',
  /** `organisation` asks its members to sign in at `url` first, as far as the server names them. */
  'single-sign-on': 'sign-in-there',
  /** It is archived or locked: nobody can write there. */
  'read-only': 'elsewhere',
  /** It lies at another server now, `to`, which the document does not name. */
  'moved-away': 'elsewhere',
  /** The room or repository is gone, or not to be seen by this member. */
  'not-found': 'elsewhere',
  /** The room is encrypted, and this app cannot write there unread by others. */
  encrypted: 'elsewhere',
  'too-large': 'shorten',
  /** Any other refusal; `status` is the server's number. */
  refused: 'elsewhere',
  /** The file that belongs to it is no longer there. */
  'attachment-missing': 'write-anew',
  /** It has waited as long as anything may wait by itself. */
  'too-old': 'decide',
  internal: 'decide',
} as const;

export type TroubleCode = keyof typeof remedyOf;
export type Remedy = (typeof remedyOf)[TroubleCode];
export const troubleCodes = Object.keys(remedyOf) as readonly TroubleCode[];
export const remedies: readonly Remedy[] = [...new Set(Object.values(remedyOf))];

export const TroubleSchema = v.object({
  code: v.picklist(troubleCodes),
  /** What the sentence needs to name: a permission, a number. Short, and no address of a person, no token. */
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

/** All that a sentence may name; what a trouble does not tell is empty. */
export function troubleParams({ params }: Trouble) {
  return { status: '', was: '', now: '', ...params };
}

export function whatToDo({ code }: Trouble): Remedy {
  return remedyOf[code];
}

/** Thrown by a destination that did not take a part. */
export class DeliveryError extends Error {
  readonly trouble: Trouble;
  /** A temporary one is tried again by itself; after how long the server itself has asked for, in ms. */
  readonly temporary: false | Readonly<{ retryAfterMs?: number }>;

  constructor(why: Trouble, temporary: DeliveryError['temporary'], cause?: unknown) {
    super(why.code, { cause });
    this.name = 'DeliveryError';
    this.trouble = why;
    this.temporary = temporary;
  }
}
