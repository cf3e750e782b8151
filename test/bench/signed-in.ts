/**
 * Cost of an account for an idle app: alternates between signed out and signed in to a real Synapse, with the same kind
 * of profile.
 */
import { startApp } from '../e2e/app.ts';
import { listen, send } from '../servers/http.ts';
import type { MatrixServer } from '../servers/matrix/server.ts';
import { startScale } from '../servers/coop/index.ts';
import { startSynapse } from '../servers/synapse/index.ts';
import { watchIdle } from './idle.ts';
import { median, round } from './measure.ts';
import type { Bench, Stage } from './stage.ts';

const rounds = 3;
const member = { name: 'ana', password: 'only for this bench' };

export const signedIn: Bench = async (stage, log) => {
  const services = await startScale(25, { intervalS: 60 });
  const server = await startSynapse();
  const alias = await openNewsRoom(server, await server.register(member.name, member.password));
  const matrix = { homeserver: server.url, announcements: alias };
  const text = JSON.stringify({ ...JSON.parse(services.documentText()), matrix });
  const headers = { 'content-type': 'application/json' };
  const document = await listen((_request, response) => send(response, { headers, body: text }));
  const args = [`--coop=${document.url}/coop.json`];
  const profile = await signIn(stage, server, args);

  const out: Reading[] = [];
  const inside: Reading[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    out.push(await watchIdle(stage, stage.start(stage.coopTray, args)));
    inside.push(await watchIdle(stage, stage.start(stage.coopTray, args, profile)));
    log(`round ${round}: ${JSON.stringify({ out: out.at(-1), in: inside.at(-1) })}`);
  }
  await Promise.all([services.stop(), server.close(), document.stop()]);
  const of = (readings: readonly Reading[], key: 'pss' | 'cpu') =>
    median(readings.map((one) => one[key]));
  return {
    services: 25,
    rounds,
    server: server.name,
    signed_out_pss_mb: round(of(out, 'pss'), 1),
    signed_in_pss_mb: round(of(inside, 'pss'), 1),
    signed_in_extra_pss_mb: round(of(inside, 'pss') - of(out, 'pss'), 1),
    signed_in_extra_cpu_percent: round(of(inside, 'cpu') - of(out, 'cpu')),
  };
};

type Reading = Awaited<ReturnType<typeof watchIdle>>;

/** A room for the app to watch, with the member in it. */
async function openNewsRoom(server: MatrixServer, memberToken: string): Promise<string> {
  const alias = '#news:localhost';
  const ask = async (token: string, path: string, body: object) => {
    const answer = await fetch(`${server.url}/_matrix/client/v3/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`the room: ${await answer.text()}`);
  };
  const staffToken = await server.register('staff', member.password);
  await ask(staffToken, 'createRoom', { preset: 'public_chat', room_alias_name: 'news' });
  await ask(memberToken, `join/${encodeURIComponent(alias)}`, {});
  return alias;
}

/** The profile of a signed-in member, as the app loads it. */
async function signIn(
  stage: Stage,
  server: MatrixServer,
  args: readonly string[],
): Promise<string> {
  const app = await startApp(stage.desktop, {
    measured: true,
    executable: stage.coopTray,
    args: [...args, '--show'],
  });
  const page = await app.page();
  const payload = { server: server.url, user: member.name, password: member.password };
  const reply = await page.evaluate(async (payload) => {
    const bridge = Reflect.get(globalThis, 'coopTray') as {
      call: (name: string, payload: unknown) => Promise<{ ok: boolean; value?: unknown }>;
    };
    return bridge.call('accounts.matrix.signIn', payload);
  }, payload);
  await app.stop();
  if (!reply.ok || reply.value !== undefined) {
    throw new Error(`nobody is signed in: ${JSON.stringify(reply)}`);
  }
  return app.profile;
}
