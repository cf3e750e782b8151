/** Sharing acknowledgements with other members. */
import type { Acknowledgement, Shared } from '../triage/mutes.ts';
import type { ShareOutcome } from '../triage/sharing.ts';

export type SharedAcknowledgement = Readonly<{
  serviceId: string;
  shared: Shared;
  /** Absent for a withdrawal. */
  acknowledgement?: Acknowledgement;
}>;

/** Puts it into the outbox. A recovery is not shared: every app detects it itself. Never rejects. */
export type Share = (shared: SharedAcknowledgement) => Promise<ShareOutcome>;
