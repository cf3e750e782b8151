import type { Share } from '../../../shared/acknowledgements/share.ts';
import type { Where } from '../../../shared/triage/sharing.ts';
import type { StaleBefore } from '../../../shared/acknowledgements/stale.ts';
import type { LoadAccounts } from '../contracts/accounts.ts';
import type { AckOutbox } from '../contracts/outbox.ts';
import type { Host } from '../host.ts';

export type AcknowledgementsHost = Host &
  Readonly<{
    accounts: LoadAccounts;
    outbox: AckOutbox;
    /** Older acknowledgements of a service do not count. */
    staleBefore: () => StaleBefore;
  }>;

export type AcknowledgementsApi = Readonly<{
  /** Where acknowledgements are sent to now. */
  place: () => Where;
  /** Rejects if the outbox cannot be loaded. */
  share: Share;
}>;
