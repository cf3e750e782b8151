/** What a member may write as an answer. Apart from `answer.ts`, whose Markdown parser neither start nor page needs. */
import * as v from 'valibot';

export const answerLimit = 4000;

export const AnswerText = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1),
  v.maxLength(answerLimit),
  v.regex(/^\P{Cs}*$/u),
);
