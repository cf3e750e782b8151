/** What the window asks of answers; what came back is part of feedback's own state. */
import * as v from 'valibot';
import { KeptSchema } from '../redact/removals.ts';
import { AnswerText } from './answer-text.ts';

export const ItemId = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/));

export const answersCalls = {
  /** Sends an answer, without what is taken out of it, into the thread of something that was sent; `gone` where there is no such thread. */
  'answers.reply': {
    payload: v.object({ itemId: ItemId, text: AnswerText, kept: v.optional(KeptSchema, []) }),
    result: v.picklist(['taken', 'full', 'unwritable', 'not-a-draft', 'gone']),
  },
  'answers.markRead': { payload: v.object({ itemId: ItemId }), result: v.void() },
} as const;
