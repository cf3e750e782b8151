/** The way by which the others hear of an acknowledgement. */
import type { Acknowledgement, Shared } from '../../../shared/triage/mutes.ts';
import type { ShareOutcome } from '../../../shared/triage/sharing.ts';

export type SharedAcknowledgement = Readonly<{
  serviceId: string;
  shared: Shared;
  /** Absent when it was taken back. */
  acknowledgement?: Acknowledgement;
}>;

/** Puts it on its way. Recovery is not told: every app sees it itself. Never rejects. */
export type Share = (shared: SharedAcknowledgement) => Promise<ShareOutcome>;
