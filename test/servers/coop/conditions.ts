/** What can be wrong with a stand-in, on command. */

export const conditions = [
  'up',
  /** The port is closed: connections are refused. */
  'down',
  /** Answers, with its own kind of failure (mostly status 500). */
  'error',
  /** Answers with status 200 while the text says that all is not well. */
  'error-body',
  /** Takes the question and never answers. */
  'hang',
  /** Answers late. */
  'slow',
  /** Says that it is closed for maintenance. */
  'maintenance',
  /** Works, and says that it waits for an upgrade. */
  'upgrade',
  /** Somebody else's page answers in its place. */
  'portal',
] as const;
export type Condition = (typeof conditions)[number];

/** What lies between the member and everything else. */
export type Network = 'online' | 'offline' | 'captive';

export type Scene = Readonly<{ condition: Condition; network: Network }>;
