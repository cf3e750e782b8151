/** Acknowledgements as the notification policy uses them. */
import type { ShareOutcome } from '../../../shared/acknowledgements/sharing.ts';
import type { Acknowledgement, Shared } from '../../../shared/notification-policy/mutes.ts';

export type SharedAcknowledgement = Readonly<{
  serviceId: string;
  shared: Shared;
  /** Absent when it was taken back. */
  acknowledgement?: Acknowledgement;
}>;

/** Sends it to the other members. Recovery is not sent: every app sees it itself. Never rejects. */
export type Share = (shared: SharedAcknowledgement) => Promise<ShareOutcome>;
