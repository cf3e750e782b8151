import { shortened } from './shortened.ts';

/** Characters shown of a reply: the full text is one click away, where it was written. */
export const replyLimit = 2000;

/** Text from outside as shown: no control characters, nothing that changes the direction of what follows, shortened. */
export function plainReply(text: string): string {
  const plain = text
    .slice(0, replyLimit * 2)
    .replaceAll(/(?!\n)[\p{Cc}\p{Bidi_Control}]/gu, '')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
  return shortened(plain, replyLimit);
}
