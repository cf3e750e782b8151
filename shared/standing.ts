/** How long a notification has something to say. Pure. */

export type Standing = Readonly<{
  /** Keys of all that it tells of: an earlier one that is about nothing else makes way for it. */
  tells: readonly string[];
  /** Keys of what it stands for as long as it is on the screen. */
  about: readonly string[];
  /** Whether all of that is over; asked when the state of the app has changed. Not knowing is no end. */
  isOver: () => boolean;
}>;

/** Whether `next` tells all of `before` anew. */
export function isRetold({ about }: Standing, { tells }: Standing): boolean {
  return about.length > 0 && about.every((one) => tells.includes(one));
}
