/** The text of an answer. Separate from `answer.ts`, to keep the Markdown parser out of startup and the window. */
import * as v from 'valibot';

export const answerLimit = 4000;

export const AnswerText = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1),
  v.maxLength(answerLimit),
  v.regex(/^\P{Cs}*$/u),
);
