/** Wires feedback to the accounts, the machine and the window. */
import { randomUUID } from 'node:crypto';
import type { FeedbackPlan } from '../../../shared/coop/feedback.ts';
import { answeredIn } from '../../../shared/feedback/answer.ts';
import { feedbackDetails } from '../../../shared/wording/feedback-details.ts';
import { coalesce } from '../../platform/coalesce.ts';
import { systemName } from '../../platform/system-name.ts';
import type { MemberAccounts } from '../contracts/accounts.ts';
import type { Running } from '../feature.ts';
import { ackDestination, ackDestinationName } from './ack-destination.ts';
import { createBuilds } from './builds.ts';
import type { JoinedAnswers } from './create-answers.ts';
import { joinAnswers } from './create-answers.ts';
import type { FindDestination } from './deliver.ts';
import type { Destinations } from './destinations.ts';
import { createDestinations } from './destinations.ts';
import type { FeedbackApi, FeedbackHost, FeedbackSection } from './types.ts';
import type { Feedback } from './index.ts';
import { createFeedback } from './index.ts';
import { createOutboxStore } from './outbox-store.ts';
import type { Outbox } from './outbox.ts';
import { createOutbox } from './outbox.ts';
import { outboxIn } from './paths.ts';
import { itemTitle } from './views.ts';

/** Each change re-renders all items, so a series of changes is announced only this often. */
const minRedrawMs = 100;

export async function startFeedback(
  host: FeedbackHost,
): Promise<Running<FeedbackSection, FeedbackApi>> {
  const accounts = await host.accounts();
  const system = `${host.t('app.name')} ${host.appVersion}, ${await systemName()}`;
  const joined = join(host, accounts, system);
  const { outbox, feedback, answers } = joined;
  announceChanges(host, accounts, joined);
  await outbox.restore();
  await answers.answers.restore();
  await answers.replyDrafts.restore();
  return {
    api: {
      feedback,
      answers: answers.answers,
      replies: answers.replies,
      replyDrafts: answers.replyDrafts,
      ackOutbox: {
        post: (title, content, { room, ...to }) =>
          feedback.post(title, content, { ...to, destination: ackDestinationName(room) }),
        unsend: feedback.unsend,
      },
    },
    setSection: joined.setSection,
    suspend: answers.answers.suspend,
    resume: () => {
      feedback.wake();
      answers.answers.ask();
    },
    dispose: () => {
      answers.answers.suspend();
      feedback.dispose();
    },
  };
}

type Joined = Readonly<{
  outbox: Outbox;
  answers: JoinedAnswers;
  feedback: Feedback;
  setSection: (section: FeedbackSection) => void;
}>;

function join(host: FeedbackHost, accounts: MemberAccounts, system: string): Joined {
  const { clock, net, t, times } = host;
  const destinations = reach(accounts);
  const routes = createRoutes(destinations.find);
  const store = createOutboxStore(outboxIn(host.profileDir));
  const outbox = createOutbox({
    clock,
    isClockProven: host.connectivity.isClockProven,
    store,
    destinations: routes.find,
    newId: randomUUID,
    random: Math.random,
  });
  let plan: FeedbackPlan | undefined;
  const answers = joinAnswers({
    host,
    newId: randomUUID,
    outbox,
    accounts,
    plan: () => plan,
    titleOf: (itemId) => {
      const item = outbox.items().find(({ id }) => id === itemId);
      return item ? itemTitle(t, item) : '';
    },
  });
  routes.setAnswers(answers.replies.destination);
  const feedback = createFeedback({
    t,
    outbox,
    answersTo: answers.view,
    readAttachment: store.readAttachment,
    newId: randomUUID,
    places: placesOf(destinations, accounts),
    builds: createBuilds({ clock, net }),
    system,
    diagnostics: (about) => {
      const [snapshot, nowUtcMs] = [host.snapshot(), clock.nowUtcMs()];
      return feedbackDetails(t, times, { system, about, snapshot, nowUtcMs });
    },
    logTail: host.logFile.tail,
    openAddress: host.openAddress,
  });
  return {
    outbox,
    answers,
    feedback,
    setSection: (next) => {
      ({ plan } = next);
      const ackPlan = next.ackRoom && ackDestination(next.ackRoom);
      destinations.setPlans([...(plan?.destinations ?? []), ...(ackPlan ? [ackPlan] : [])]);
      feedback.setPlan(plan, ackPlan);
      // Items without a destination wait for the document that names it.
      outbox.wake();
    },
  };
}

function announceChanges(
  host: FeedbackHost,
  accounts: MemberAccounts,
  { feedback, answers, outbox }: Joined,
): void {
  const redraw = () => host.send('feedback', feedback.state);
  feedback.onChange(coalesce(host.clock, minRedrawMs, redraw));
  answers.onChange(() => {
    feedback.tell();
    host.publish({ unreadAnswers: answers.answers.unread() });
  });
  outbox.onChange(coalesce(host.clock, minRedrawMs, answers.answers.review));
  accounts.onChange(feedback.wake);
  accounts.onMatrixChange(answers.answers.ask);
}

/** Routes the outbox's items. Answers are set later: finding their thread needs the outbox itself. */
function createRoutes(feedback: FindDestination) {
  let answers: FindDestination = () => undefined;
  const find: FindDestination = (name, bound) =>
    (answeredIn(name) === undefined ? feedback : answers)(name, bound);
  return { find, setAnswers: (next: FindDestination) => void (answers = next) };
}

function reach(accounts: MemberAccounts): Destinations {
  return createDestinations({
    identity: accounts.identity,
    matrix: accounts.signedIn,
    github: () => {
      const { api, signedIn } = accounts.github();
      return { ...api, signedIn };
    },
    repository: (owner, repo, check) => accounts.repository({ owner, repo }, check),
  });
}

function placesOf(destinations: Destinations, accounts: MemberAccounts) {
  const { ready, named, bound, template, similar, plusOne } = destinations;
  const repositoryUrl = (repository: string) => `${accounts.github().url}/${repository}`;
  return { ready, named, bound, template, similar, plusOne, repositoryUrl };
}
