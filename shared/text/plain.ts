/** Characters that are kept of a reply: the whole of it is a click away, where it was written. */
export const replyLimit = 2000;

/** Text from outside as it is shown: no controls, nothing that turns the direction of what follows, cut short. */
export function plainReply(text: string): string {
  const plain = text
    .slice(0, replyLimit * 2)
    .replaceAll(/(?!\n)[\p{Cc}\p{Bidi_Control}]/gu, '')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
  return plain.length > replyLimit ? `${plain.slice(0, replyLimit - 1)}…` : plain;
}
