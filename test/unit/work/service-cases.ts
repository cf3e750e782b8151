/** Rules over the maximum number of services, when all of them change simultaneously. */
import { hold } from '../../../shared/notification-policy/deferral.ts';
import { levelIn } from '../../../shared/matrix/powers.ts';
import type { Service } from '../../../shared/coop/service.ts';
import { addChanges, noNotices, rootsOf, tell } from '../../../shared/status/notices.ts';
import type { Change } from '../../../shared/status/notices.ts';
import { plansOf } from '../../../shared/status/plans.ts';
import { standbyViews } from '../../../shared/status/standby.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import type { WorstCases } from './case.ts';
import { list, nowUtcMs } from './case.ts';

const count = 5000;
const views: readonly ServiceView[] = list(count, (at) => ({
  id: `s${at}`,
  name: `S${at}`,
  verdict: 'down',
  hasPage: true,
  sinceUtcMs: 0,
  intervalMs: 60_000,
  maintenance: { title: 'Work', startsUtcMs: nowUtcMs, endsUtcMs: nowUtcMs + 1 },
}));
/** One half explains the other. */
const changes: readonly Change[] = views.map(({ id, name }, at) => ({
  serviceId: id,
  name,
  from: 'up',
  to: 'down',
  ...(at < count / 2 ? {} : { cause: { id: `s${at - count / 2}`, name: 'x' } }),
}));

export const serviceCases: WorstCases = {
  'standbys of all services': () => {
    const services = views.map(
      ({ id }, at) => ({ id, standby: { service: `s${count - 1 - at}` } }) as Service,
    );
    return () => standbyViews(views, services, () => ({ age: 'unknown' }));
  },
  'one work on all services': () => () => plansOf(views),
  'changes of all services at once': () => () => addChanges(noNotices, changes, nowUtcMs),
  'a notification of all services': () => {
    const waiting = { ...addChanges(noNotices, changes, 0), shown: changes, shownAtUtcMs: 0 };
    return () => tell(waiting, 20_000, false);
  },
  'what a person has to know first of all services': () => () => rootsOf(changes),
  'changes of all services while it is quiet': () => () => hold(new Map(), changes),
  'the powers of a full room, for each message of a page': () => {
    const users = Object.fromEntries(list(3000, (at) => [`@u${at}:a`, 0]));
    return () => list(100, () => levelIn({ users }, '@x:a'));
  },
};
