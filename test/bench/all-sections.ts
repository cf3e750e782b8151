/**
 * Cost of the sections of the working day (links, rooms, meetings, calendars, money) for an idle app: alternates between a
 * co-op without them and the same one with all of them.
 */
import {
  calendarReply,
  calendarText,
  calendarsPlan,
  calendarPath,
} from '../servers/coop/calendar.ts';
import { startScale } from '../servers/coop/index.ts';
import { linksPath, linksPlan, linksReply } from '../servers/coop/links.ts';
import {
  meetPlan,
  presencePath,
  presenceReply,
  templatePath,
  templateReply,
} from '../servers/coop/meet.ts';
import { collectives, moneyPlan } from '../servers/coop/money.ts';
import type { Reply } from '../servers/http.ts';
import { listen, pathOf, send } from '../servers/http.ts';
import { startOpenCollective } from '../servers/open-collective.ts';
import { watchIdle } from './idle.ts';
import { median, round } from './measure.ts';
import type { Bench } from './stage.ts';

const rounds = 3;

export const allSections: Bench = async (stage, log) => {
  const services = await startScale(25, { intervalS: 60 });
  const money = await startOpenCollective(collectives);
  const day = await startDay(services.documentText(), money.url);
  const plain: Reading[] = [];
  const whole: Reading[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    plain.push(
      await watchIdle(stage, stage.start(stage.coopTray, [`--coop=${services.documentUrl}`])),
    );
    whole.push(
      await watchIdle(stage, stage.start(stage.coopTray, [`--coop=${day.url}/coop.json`])),
    );
    log(`round ${round}: ${JSON.stringify({ plain: plain.at(-1), whole: whole.at(-1) })}`);
  }
  await Promise.all([services.stop(), money.stop(), day.stop()]);
  const of = (readings: readonly Reading[], key: 'pss' | 'anon' | 'cpu') =>
    round(median(readings.map((one) => one[key])), 2);
  return {
    services: 25,
    rounds,
    sections: day.sections,
    pss_mib: of(plain, 'pss'),
    all_sections_pss_mib: of(whole, 'pss'),
    anon_mib: of(plain, 'anon'),
    all_sections_anon_mib: of(whole, 'anon'),
    cpu_percent: of(plain, 'cpu'),
    all_sections_cpu_percent: of(whole, 'cpu'),
  };
};

type Reading = Awaited<ReturnType<typeof watchIdle>>;

/** Serves the document with all sections, and what they name. */
async function startDay(documentText: string, moneyUrl: string) {
  const calendar = calendarText(Date.now());
  let document = '';
  const replies: Readonly<Record<string, () => Reply>> = {
    '/coop.json': () => ({ headers: { 'content-type': 'application/json' }, body: document }),
    [calendarPath]: () => calendarReply(calendar),
    [linksPath]: () => linksReply,
    [presencePath]: () => presenceReply(Date.now()),
    [templatePath]: () => templateReply,
  };
  const listener = await listen((request, response) =>
    send(response, replies[pathOf(request)]?.() ?? { status: 404 }),
  );
  const { rooms = [], meetings } = meetPlan(listener.url, {
    room: 'https://calls.maple.example/rooms/maple-hall',
  });
  const sections = {
    links: linksPlan(listener.url),
    calendars: calendarsPlan(listener.url),
    money: moneyPlan(moneyUrl),
    // These services have other names.
    rooms: rooms.map(({ service: _service, ...room }) => room),
    meetings,
  };
  document = JSON.stringify({ ...JSON.parse(documentText), ...sections });
  return { url: listener.url, sections: Object.keys(sections).length, stop: listener.stop };
}
