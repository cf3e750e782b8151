/** The way by which acknowledgements will reach others; until there is one, they stay on this machine. */
import type { Acknowledgement } from '../../shared/peace/mutes.ts';

export type SharedAcknowledgement = Readonly<{
  serviceId: string;
  /** Absent when it was withdrawn. */
  acknowledgement?: Acknowledgement;
}>;

export type AcknowledgementSharing = Readonly<{
  /** Tells others of one that was made or withdrawn here. Recovery is not published: every app sees it itself. */
  publish: (shared: SharedAcknowledgement) => void;
  /** Calls back for each one of another member, validated, `by` set. */
  onReceived: (listener: (shared: SharedAcknowledgement) => void) => void;
}>;

/** Nobody hears of it, and nobody else's is heard of. */
export const keptLocally: AcknowledgementSharing = {
  publish: () => undefined,
  onReceived: () => undefined,
};
