/** What can be wrong with a stand-in, on command. */

export const conditions = [
  'up',
  /** The port is closed: connections are refused. */
  'down',
  /** Fails in its own way (mostly status 500). */
  'error',
  /** Status 200, but the text reports trouble. */
  'error-body',
  /** Accepts the request and never answers. */
  'hang',
  /** Answers late. */
  'slow',
  /** Reports that it is closed for maintenance. */
  'maintenance',
  /** Works, and reports a pending upgrade. */
  'upgrade',
  /** A captive portal's page answers in its place. */
  'portal',
] as const;
export type Condition = (typeof conditions)[number];

/** The network between the member and everything else. */
export type Network = 'online' | 'offline' | 'captive';

export type Scene = Readonly<{ condition: Condition; network: Network }>;
