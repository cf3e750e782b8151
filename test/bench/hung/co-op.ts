/** A co-op whose document uses host names that no resolver here knows for half of its services. */
import { startScale } from '../../servers/coop/index.ts';
import { listen, send } from '../../servers/http.ts';

export type HungCoop = Readonly<{
  documentUrl: string;
  /** Resolves once every reachable service was checked. */
  allChecked: () => Promise<void>;
  take: (condition: 'up' | 'down') => void;
  stop: () => Promise<void>;
}>;

const services = 12;
const pace = { intervalS: 5, damping: { failures: 2, confirmS: 1 } };

export async function startHungCoop(): Promise<HungCoop> {
  const scale = await startScale(services, pace);
  const named = (text: string, at: number) =>
    text.replaceAll(
      new RegExp(`http://127\\.0\\.0\\.1:(\\d+)/service-${at}"`, 'g'),
      `http://service-${at}.coop-tray.example:$1/service-${at}"`,
    );
  const half = Array.from({ length: services / 2 }, (_, at) => 2 * (at + 1));
  const text = half.reduce(named, scale.documentText());
  const headers = { 'content-type': 'application/json' };
  const document = await listen((_request, response) => send(response, { headers, body: text }));
  const reachable = scale.ids.filter((_id, at) => at % 2 === 0);
  return {
    documentUrl: `${document.url}/coop.json`,
    allChecked: async () => void (await Promise.all(reachable.map((id) => scale.asked(id)))),
    take: (condition) => reachable.slice(0, 2).forEach((id) => scale.take(id, condition)),
    stop: async () => {
      await document.stop();
      await scale.stop();
    },
  };
}
