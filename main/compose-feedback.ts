/** Feedback, joined to the accounts, the machine and the desktop. Read at its first use: nothing of it is there at start. */
import { randomUUID } from 'node:crypto';
import type { WebContents } from 'electron';
import { app } from 'electron';
import type { EventName, EventPayload } from '../shared/ipc.ts';
import { feedbackDetails } from '../shared/i18n/feedback-details.ts';
import type { Times } from '../shared/i18n/times.ts';
import type { Translate } from '../shared/i18n/translator.ts';
import type { Snapshot } from '../shared/snapshot.ts';
import type { Screens } from './desktop/screens.ts';
import { createScreens } from './desktop/screens.ts';
import { createBuilds } from './feedback/builds.ts';
import type { Destinations } from './feedback/deliver.ts';
import type { Feedback, Places } from './feedback/index.ts';
import { createFeedback } from './feedback/index.ts';
import { createShelf } from './feedback/item-files.ts';
import { createOutbox } from './feedback/outbox.ts';
import { outboxIn } from './lazy-feedback.ts';
import type { Clock } from './platform/clock.ts';
import type { Net } from './platform/net/index.ts';
import { systemName } from './platform/system-name.ts';

export type ComposedFeedback = Readonly<{ feedback: Feedback; screens: Screens }>;

export type FeedbackWorld = Readonly<{
  clock: Clock;
  net: Net;
  profileDir: string;
  t: Translate;
  times: Times;
  snapshot: () => Snapshot;
  /** What the accounts let pass. */
  destinations: Destinations;
  places: Places;
}>;

export type FeedbackScreen = Readonly<{
  contents: () => WebContents | undefined;
  send: <N extends EventName>(name: N, payload: EventPayload<N>) => void;
  /** Opens an address of ours or of a server in the browser. */
  openAddress: (url: string) => void;
}>;

export async function composeFeedback(
  world: FeedbackWorld,
  screen: FeedbackScreen,
): Promise<ComposedFeedback> {
  const { clock, net, t, times, destinations, places } = world;
  const shelf = createShelf(outboxIn(world.profileDir));
  const outbox = createOutbox({
    clock,
    shelf,
    destinations,
    newId: randomUUID,
    random: Math.random,
  });
  const system = `${t('app.name')} ${app.getVersion()}, ${await systemName()}`;
  const feedback = createFeedback({
    t,
    outbox,
    readAttachment: shelf.readAttachment,
    newId: randomUUID,
    places,
    builds: createBuilds({ clock, net }),
    system,
    diagnostics: (about) => {
      const [snapshot, nowUtcMs] = [world.snapshot(), clock.nowUtcMs()];
      return feedbackDetails(t, times, { system, about, snapshot, nowUtcMs });
    },
    openAddress: screen.openAddress,
  });
  feedback.onChange(() => {
    // Without a window nobody is told; the next one asks for the whole.
    if (screen.contents()) screen.send('feedback', feedback.state());
  });
  await outbox.restore();
  return { feedback, screens: createScreens({ clock, contents: screen.contents }) };
}
