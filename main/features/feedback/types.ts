import type { AckRoom } from '../../../shared/acknowledgements/room.ts';
import type { FeedbackPlan } from '../../../shared/coop/feedback.ts';
import type { LoadAccounts } from '../contracts/accounts.ts';
import type { AckOutbox } from '../contracts/outbox.ts';
import type { Host } from '../host.ts';
import type { Answers } from './answers.ts';
import type { Feedback } from './index.ts';
import type { Replies } from './replies.ts';
import type { ReplyDrafts } from './reply-drafts.ts';

export type FeedbackHost = Host & Readonly<{ accounts: LoadAccounts }>;

/** Where feedback goes, and the room that the outbox also sends acknowledgements to. */
export type FeedbackSection = Readonly<{
  plan: FeedbackPlan | undefined;
  ackRoom: AckRoom | undefined;
}>;

export type FeedbackApi = Readonly<{
  feedback: Feedback;
  answers: Answers;
  replies: Replies;
  replyDrafts: ReplyDrafts;
  ackOutbox: AckOutbox;
}>;
