/** Feedback, joined to the accounts, the machine and the desktop. Read at its first use: nothing of it is there at start. */
import { randomUUID } from 'node:crypto';
import type { DestinationPlan, FeedbackPlan } from '../../../shared/coop/feedback.ts';
import { answeredIn } from '../../../shared/feedback/answer.ts';
import { feedbackDetails } from '../../../shared/wording/feedback-details.ts';
import type { Times } from '../../../shared/i18n/times.ts';
import type { Translate } from '../../../shared/i18n/translator.ts';
import type { Snapshot } from '../../../shared/snapshot.ts';
import { createRepository } from '../accounts/github/issues.ts';
import type { Told } from '../../../shared/announcements/told.ts';
import type { Accounts } from '../accounts/types.ts';
import { composeAnswers } from './create-answers.ts';
import type { Screens } from '../../desktop/screen-capture.ts';
import { createScreens } from '../../desktop/screen-capture.ts';
import { createBuilds } from './builds.ts';
import type { Answers } from './answers.ts';
import type { Replies } from './replies.ts';
import { createReachable } from './destinations.ts';
import type { Feedback } from './index.ts';
import { createFeedback } from './index.ts';
import { createShelf } from './outbox-store.ts';
import { createOutbox } from './outbox.ts';
import { outboxIn } from './paths.ts';
import type { Clock } from '../../platform/clock.ts';
import { gathered } from '../../platform/coalesce.ts';
import type { WindowChannel } from '../../desktop/window-channel.ts';
import type { Net } from '../../platform/net/index.ts';
import { systemName } from '../../platform/system-name.ts';
import { identityIn, signedIn } from '../accounts/signed-in.ts';
import type { ProfileFiles } from '../../platform/profile-files.ts';

export type ComposedFeedback = Readonly<{
  feedback: Feedback;
  answers: Answers;
  replies: Replies;
  screens: Screens;
  /** Each is undefined where the document says nothing of it. */
  setPlan: (plan: FeedbackPlan | undefined, seen: DestinationPlan | undefined) => void;
}>;

export type FeedbackWorld = Readonly<{
  clock: Clock;
  isClockProven: () => boolean;
  net: Net;
  profileDir: string;
  files: Pick<ProfileFiles, 'file'>;
  appVersion: string;
  t: Translate;
  times: Times;
  snapshot: () => Snapshot;
  accounts: Accounts;
  /** What was answered; `changed` also where it was read. */
  tell: (told: readonly Told[]) => void;
  changed: () => void;
  /** GitHub's own site, as the document names it. */
  githubUrl: () => string;
}>;

export type FeedbackScreen = WindowChannel &
  Readonly<{
    /** Opens an address of ours or of a server in the browser. */
    openAddress: (url: string) => void;
  }>;

/** Whoever hears of a change looks at all items: thousands that change in a row are told of this often, in ms. */
const tellEveryMs = 100;

export async function composeFeedback(
  world: FeedbackWorld,
  screen: FeedbackScreen,
): Promise<ComposedFeedback> {
  const { clock, net, t, times, accounts } = world;
  const reachable = reach(accounts);
  const shelf = createShelf(outboxIn(world.profileDir));
  const outbox = createOutbox({
    clock,
    isClockProven: world.isClockProven,
    shelf,
    destinations: (name, bound) =>
      answeredIn(name) === undefined
        ? reachable.find(name, bound)
        : answers.replies.destination(name, bound),
    newId: randomUUID,
    random: Math.random,
  });
  const system = `${t('app.name')} ${world.appVersion}, ${await systemName()}`;
  let plan: FeedbackPlan | undefined;
  const answers = composeAnswers({
    clock,
    files: world.files,
    newId: randomUUID,
    outbox: () => outbox,
    accounts,
    plan: () => plan,
    titleOf: (itemId) => feedback.state().items.find(({ id }) => id === itemId)?.title ?? '',
    tell: world.tell,
    changed: () => {
      feedback.tell();
      world.changed();
    },
  });
  const feedback = createFeedback({
    t,
    outbox,
    answersTo: answers.view,
    readAttachment: shelf.readAttachment,
    newId: randomUUID,
    places: {
      ready: reachable.ready,
      named: reachable.named,
      bound: reachable.bound,
      template: reachable.template,
      similar: reachable.similar,
      plusOne: reachable.plusOne,
      repositoryUrl: (repository) => `${world.githubUrl()}/${repository}`,
    },
    builds: createBuilds({ clock, net }),
    system,
    diagnostics: (about) => {
      const [snapshot, nowUtcMs] = [world.snapshot(), clock.nowUtcMs()];
      return feedbackDetails(t, times, { system, about, snapshot, nowUtcMs });
    },
    openAddress: screen.openAddress,
  });
  const show = () => {
    // Without a window nobody is told; the next one asks for the whole.
    if (screen.contents()) screen.send('feedback', feedback.state());
  };
  feedback.onChange(gathered(clock, tellEveryMs, show));
  let last = accounts.matrix();
  accounts.onChange(() => {
    feedback.wake();
    if (accounts.matrix() !== last) answers.answers.ask();
    last = accounts.matrix();
  });
  outbox.onChange(gathered(clock, tellEveryMs, answers.answers.review));
  await outbox.restore();
  await answers.answers.restore();
  return {
    feedback,
    answers: answers.answers,
    replies: answers.replies,
    screens: createScreens({ clock, contents: screen.contents }),
    setPlan: (next, seen) => {
      plan = next;
      reachable.setPlans([...(next?.destinations ?? []), ...(seen ? [seen] : [])]);
      feedback.setPlan(next, seen);
      // What found no way while nobody knew where it leads.
      outbox.wake();
    },
  };
}

function reach(accounts: Accounts) {
  return createReachable({
    identity: (via) => identityIn(accounts, via),
    matrix: () => signedIn(accounts),
    github: () => {
      const { api, signedIn: isIn } = accounts.github();
      return { ...api, signedIn: isIn };
    },
    repository: (owner, repo, check) =>
      createRepository({ api: accounts.github().api, check, owner, repo }),
  });
}
