/** News other than status changes: answers to feedback, announcements, and the co-op's reports. */
import type { Outcome } from '../feedback/state.ts';
import type { Reported } from '../triage/reported.ts';

export type Told =
  | Readonly<{ is: 'reply'; itemId: string; title: string; by: string; text: string }>
  | Readonly<{ is: 'outcome'; itemId: string; title: string; outcome: Outcome }>
  | Readonly<{ is: 'announcement'; by: string; text: string }>
  | Readonly<{
      is: 'report';
      serviceId: string;
      name: string;
      state: Reported['state'];
      text: string;
    }>;
