/**
 * A stand-in for the GraphQL API of Open Collective, as far as its public schema goes: accounts by slug under any alias,
 * balances up to an instant, errors with 200, and ten requests a minute for those without a token.
 */
import type { IncomingMessage } from 'node:http';
import type { Listener, Reply } from './http.ts';
import { listen, pathOf, send } from './http.ts';

export const graphqlPath = '/graphql/v2';

export type StandInAccount = Readonly<{
  name: string;
  /** In hundredths; null where the API tells none. */
  cents: number | null;
  currency: string | null;
}>;

export type OpenCollective = Readonly<{
  url: string;
  /** Replaces the answer to everything; undefined ends that. */
  answerAs: (reply: Reply | undefined) => void;
  /** The variables of all questions so far. */
  asked: readonly Readonly<Record<string, unknown>>[];
  start: Listener['start'];
  pause: Listener['pause'];
  stop: Listener['stop'];
}>;

const perMinute = 10;

/** `nowMs` is for the limit. */
export async function startOpenCollective(
  accounts: Readonly<Record<string, StandInAccount>>,
  options: Readonly<{ port?: number; nowMs?: () => number }> = {},
): Promise<OpenCollective> {
  const { port = 0, nowMs = () => performance.now() } = options;
  const asked: Readonly<Record<string, unknown>>[] = [];
  let times: readonly number[] = [];
  let other: Reply | undefined;

  const reply = (method: string, path: string, body: string): Reply => {
    if (other) return other;
    if (method !== 'POST' || path !== graphqlPath) return { status: 404 };
    const now = nowMs();
    times = [...times.filter((at) => now - at < 60_000), now];
    if (times.length > perMinute) return { status: 429, headers: { 'retry-after': '60' } };
    const { query, variables } = JSON.parse(body) as Question;
    asked.push(variables);
    return json(answerTo(query, variables, accounts));
  };
  const listener = await listen(
    (request, response) =>
      void bodyOf(request).then((body) =>
        send(response, reply(request.method ?? '', pathOf(request), body)),
      ),
    { port },
  );
  return {
    url: listener.url,
    answerAs: (next) => (other = next),
    asked,
    start: listener.start,
    pause: listener.pause,
    stop: listener.stop,
  };
}

type Question = Readonly<{ query: string; variables: Readonly<Record<string, unknown>> }>;

/** The fields that the public schema has, as far as the app asks for them. */
const known = [
  'account',
  'slug',
  'throwIfMissing',
  'false',
  'name',
  'stats',
  'balance',
  'dateTo',
  'includeChildren',
  'true',
  'valueInCents',
  'currency',
];

function answerTo(
  query: string,
  variables: Question['variables'],
  accounts: Readonly<Record<string, StandInAccount>>,
): unknown {
  const selection = query.slice(query.indexOf('{') + 1, query.lastIndexOf('}'));
  const fields = [...selection.matchAll(/(?<!\$)\b(\w+)\b(?!\s*:\s*account\b)/g)].map(
    ([one]) => one,
  );
  // One field that the schema lacks costs the whole answer.
  const wrong = fields.find((one) => !known.includes(one));
  if (wrong !== undefined)
    return { errors: [{ message: `Cannot query field "${wrong}"`, locations: [] }] };
  const aliases = [
    ...selection.matchAll(/(\w+): account\(slug: \$(\w+), throwIfMissing: false\)/g),
  ];
  const data = aliases.map(([, alias = '', name = '']) => {
    const slug = String(variables[name]).toLowerCase();
    const account = accounts[slug];
    if (!account) return [alias, null];
    const { cents: valueInCents, currency } = account;
    return [alias, { slug, name: account.name, stats: { balance: { valueInCents, currency } } }];
  });
  return { data: Object.fromEntries(data) as unknown };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}

const json = (value: unknown): Reply => ({
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});
