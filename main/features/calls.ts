/** The window's calls that features answer. */
import type { CallHandlers } from '../../shared/ipc.ts';
import type { CoreCalls } from '../core/calls.ts';
import type { CopyClean } from '../desktop/redacted-copy.ts';
import type { Shortcut } from '../desktop/shortcut.ts';
import { createAccountsCalls } from './accounts/calls.ts';
import { createNewsCalls } from './announcements/calls.ts';
import { createBackupsCalls } from './backups/calls.ts';
import { createEchoCalls } from './echo/calls.ts';
import { createFeedbackCalls } from './feedback/calls.ts';
import type { OnDemand } from './index.ts';
import { createRoomsCalls } from './room-export/calls.ts';

export type FeatureCalls = Omit<CallHandlers, keyof CoreCalls | 'window.drawn'>;

export type FeatureCallsDeps = Readonly<{
  features: OnDemand;
  copyClean: CopyClean;
  /** Opens an address in the browser. */
  openAddress: (url: string) => void;
  /** The key that opens feedback from anywhere. */
  shortcut: Pick<Shortcut, 'state' | 'set'>;
}>;

export function createFeatureCalls(deps: FeatureCallsDeps): FeatureCalls {
  const { echo, accounts, feedback, news, backups, rooms } = deps.features;
  return {
    ...createEchoCalls(echo.get, async (...report) =>
      (await feedback.get()).feedback.report(...report),
    ),
    ...createAccountsCalls(accounts.get),
    ...createFeedbackCalls(feedback.get, deps.shortcut),
    ...createNewsCalls({ feedback: feedback.get, news: news.get, openAddress: deps.openAddress }),
    ...createBackupsCalls(backups, deps.copyClean),
    ...createRoomsCalls(rooms.get),
  };
}
