/** What the window requests about answers; the answers received are part of the feedback state. */
import * as v from 'valibot';
import { KeptSchema } from '../redact/removals.ts';
import { AnswerText, answerLimit } from './answer-text.ts';

export const ItemId = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/));

export const answersCalls = {
  /** Sends a redacted answer into the thread of a sent item; `gone` if there is no such thread. */
  'answers.reply': {
    payload: v.object({ itemId: ItemId, text: AnswerText, kept: v.optional(KeptSchema, []) }),
    result: v.picklist(['taken', 'full', 'unwritable', 'not-a-draft', 'gone']),
  },
  /** The reply that the member has begun; empty if there is none. */
  'answers.begun': { payload: v.object({ itemId: ItemId }), result: v.string() },
  'answers.keepBegun': {
    payload: v.object({ itemId: ItemId, text: v.pipe(v.string(), v.maxLength(answerLimit)) }),
    result: v.void(),
  },
  'answers.markRead': { payload: v.object({ itemId: ItemId }), result: v.void() },
} as const;
