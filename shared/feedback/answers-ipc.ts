/** What the window requests about answers; the answers received are part of the feedback state. */
import * as v from 'valibot';
import { KeptSchema } from '../redact/removals.ts';
import { AnswerText } from './answer-text.ts';

export const ItemId = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/));

export const answersCalls = {
  /** Sends a redacted answer into the thread of a sent item; `gone` if there is no such thread. */
  'answers.reply': {
    payload: v.object({ itemId: ItemId, text: AnswerText, kept: v.optional(KeptSchema, []) }),
    result: v.picklist(['taken', 'full', 'unwritable', 'not-a-draft', 'gone']),
  },
  'answers.markRead': { payload: v.object({ itemId: ItemId }), result: v.void() },
} as const;
