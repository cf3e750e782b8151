/**
 * The names and passwords that proxies want: from the proxy's own address, the keyring, or the member, who is asked
 * once. One that was refused is not sent again: an account may be locked after a few attempts.
 */
import * as v from 'valibot';
import { parseJson } from '../../../shared/json.ts';
import type { Login, Proxy } from '../../../shared/net/proxy.ts';
import { isProxyAway } from '../../../shared/net/proxy-answer.ts';
import { proxyKey, proxyName } from '../../../shared/net/proxy.ts';
import { reason } from '../../../shared/observation/observation.ts';
import { createEmitter } from '../emitter.ts';
import type { Clock } from '../clock.ts';
import type { Secrets } from '../secrets/types.ts';
import { SecretsError } from '../secrets/types.ts';
import type { SerialQueue } from '../serial-queue.ts';
import { createSerialQueue } from '../serial-queue.ts';
import { codeOf, NetError } from './error.ts';

/** A proxy that lets nothing through without a login. */
export type LoginWanted = Readonly<{
  /** `host:port`. */
  proxy: string;
  /** The last login was refused. */
  wasRefused: boolean;
  /** The kinds of login that it has, if the app has none of them. */
  kinds?: string;
}>;

export type ProxyLogins = Readonly<{
  /**
   * Runs `attempt` with the login of a proxy, if one is known, and once more with that of the keyring if the proxy asks.
   * Until one has been accepted, attempts with it come one after the other. Throws as `attempt` does.
   */
  use: <T>(proxy: Proxy, attempt: (login: Login | undefined) => Promise<T>) => Promise<T>;
  wanted: () => LoginWanted | undefined;
  /** The proxy that wants a login, by the name that a member is shown: another may want one by now. */
  asking: (name: string) => Proxy | undefined;
  /** This may be another network: what a proxy wanted is not wanted until it says so again. */
  doubt: () => void;
  /** Whether the member has given a login that is still in use. */
  isKnown: () => boolean;
  /** Resolves to whether the keyring has it; otherwise it is kept until the app ends. */
  enter: (login: Login, proxy: Proxy) => Promise<boolean>;
  /**
   * Deletes those of all proxies in use, here and in the keyring. Resolves to whether the keyring has let go of them.
   */
  forget: () => Promise<boolean>;
  onChange: (listener: () => void) => () => void;
}>;

export type ProxyLoginsDeps = Readonly<{
  clock: Pick<Clock, 'monotonicMs'>;
  /** Opens the keyring when a proxy first asks; undefined to do without. */
  openKeyring: (() => Promise<Secrets>) | undefined;
}>;

type Entry = {
  readonly proxy: Proxy;
  readonly queue: SerialQueue;
  login: Login | undefined;
  isProven: boolean;
  /** The last one was, and no other has been entered. */
  wasRefused: boolean;
  /** When the keyring may be asked, by the monotonic clock. */
  readFromMs: number;
  /** How often a login was entered or forgotten. */
  entered: number;
  wanted: LoginWanted | undefined;
};
type Want = (entry: Entry, wanted: LoginWanted | undefined) => void;
type Attempt<T> = (login: Login | undefined) => Promise<T>;

/** A desktop that starts up has no keyring yet. In ms. */
const missingKeyringMs = 60_000;

export function createProxyLogins({ clock, openKeyring }: ProxyLoginsDeps): ProxyLogins {
  const entries = new Map<string, Entry>();
  const changes = createEmitter<void>();
  let opened: Promise<Secrets> | undefined;
  const keyring = () => openKeyring && (opened ??= openKeyring());
  const find = (test: (entry: Entry) => boolean) => [...entries.values()].find(test);

  const entryOf = (proxy: Proxy): Entry => {
    const entry = entries.get(proxyKey(proxy)) ?? newEntry(proxy);
    entries.set(proxyKey(proxy), entry);
    return entry;
  };
  const want: Want = (entry, wanted) => {
    if (JSON.stringify(entry.wanted) === JSON.stringify(wanted)) return;
    entry.wanted = wanted;
    changes.emit();
  };
  const readKeyring = async (entry: Entry) => {
    if (clock.monotonicMs() < entry.readFromMs) return;
    entry.readFromMs = Number.POSITIVE_INFINITY;
    const { entered } = entry;
    try {
      const login = await stored(keyring(), entry.proxy);
      // A keyring that is locked asks the member, who may have entered another meanwhile.
      if (entry.entered === entered) entry.login = login;
    } catch (error) {
      if (entry.entered !== entered) return;
      // One that is locked has asked the member already.
      const isMissing = error instanceof SecretsError && error.fault === 'missing';
      if (isMissing) entry.readFromMs = clock.monotonicMs() + missingKeyringMs;
    }
  };
  /** One at a time: if the login is wrong, the next attempt must know. */
  const inTurn = <T>(entry: Entry, attempt: Attempt<T>, refusal: unknown) =>
    entry.queue.run(async () => {
      if (!entry.login) await readKeyring(entry);
      if (entry.login) return tryWith(entry, attempt, want);
      want(entry, wantOf(entry));
      throw refusal ?? new NetError(reason('proxy-login', { proxy: proxyName(entry.proxy) }));
    });

  return {
    use: async (proxy, attempt) => {
      const entry = entryOf(proxy);
      if (entry.login && entry.isProven) return tryWith(entry, attempt, want);
      if (entry.login) return inTurn(entry, attempt, undefined);
      try {
        return await tryWithout(entry, attempt, want);
      } catch (error) {
        if (!isAboutLogin(error)) throw error;
        return inTurn(entry, attempt, error);
      }
    },
    // Of two, the one whose login can be entered.
    wanted: () => (find(canBeEntered) ?? find(({ wanted }) => wanted !== undefined))?.wanted,
    isKnown: () => find(({ login, proxy }) => login !== undefined && !proxy.login) !== undefined,
    asking: (name) => find((one) => canBeEntered(one) && one.wanted?.proxy === name)?.proxy,
    doubt: () => {
      for (const entry of entries.values()) want(entry, undefined);
    },
    enter: async (login, proxy) => {
      const entry = entryOf(proxy);
      Object.assign(entry, asEntered(entry), { login, wanted: undefined });
      changes.emit();
      return keep(keyring(), proxy, login);
    },
    forget: async () => {
      const all = [...entries.values()];
      for (const entry of all) Object.assign(entry, asEntered(entry), { login: entry.proxy.login });
      changes.emit();
      const gone: boolean[] = [];
      for (const { proxy } of all) gone.push(await letGo(keyring(), proxy));
      return !gone.includes(false);
    },
    onChange: changes.on,
  };
}

function newEntry(proxy: Proxy): Entry {
  return {
    proxy,
    queue: createSerialQueue(),
    login: proxy.login,
    isProven: false,
    wasRefused: false,
    readFromMs: Number.NEGATIVE_INFINITY,
    entered: 0,
    wanted: undefined,
  };
}

/** What the keyring has is no news then. */
function asEntered({ entered }: Entry): Partial<Entry> {
  return {
    isProven: false,
    wasRefused: false,
    readFromMs: Number.POSITIVE_INFINITY,
    entered: entered + 1,
  };
}

function canBeEntered({ wanted }: Entry): boolean {
  return wanted !== undefined && wanted.kinds === undefined;
}

function wantOf({ proxy, wasRefused }: Entry): LoginWanted {
  return { proxy: proxyName(proxy), wasRefused };
}

/** A refused login is forgotten, and the error goes on. */
async function tryWith<T>(entry: Entry, attempt: Attempt<T>, want: Want): Promise<T> {
  const { login } = entry;
  try {
    const result = await attempt(login);
    entry.isProven = true;
    want(entry, undefined);
    return result;
  } catch (error) {
    if (isAboutKind(error)) want(entry, withKinds(entry, error));
    else if (!isAboutLogin(error)) {
      // Whatever failed behind the proxy, it has let us through.
      entry.isProven ||= error instanceof NetError && !isProxyAway(codeOf(error));
    } else if (entry.login === login) {
      Object.assign(entry, { login: undefined, isProven: false, wasRefused: true });
      want(entry, wantOf(entry));
    }
    throw error;
  }
}

async function tryWithout<T>(entry: Entry, attempt: Attempt<T>, want: Want): Promise<T> {
  try {
    const result = await attempt(undefined);
    want(entry, undefined);
    return result;
  } catch (error) {
    if (isAboutKind(error)) want(entry, withKinds(entry, error));
    throw error;
  }
}

function isAboutLogin(error: unknown): boolean {
  return codeOf(error) === 'proxy-login';
}

function isAboutKind(error: unknown): error is NetError {
  return codeOf(error) === 'proxy-login-kind';
}

function withKinds(entry: Entry, { reason: { params } }: NetError): LoginWanted {
  return { ...wantOf(entry), kinds: String(params['kinds']) };
}

/** The name of its entry in the keyring. */
function nameOf(proxy: Proxy): string {
  return `proxy:${proxyKey(proxy)}`;
}

/** Whether the keyring has it now. */
async function keep(
  keyring: Promise<Secrets> | undefined,
  proxy: Proxy,
  login: Login,
): Promise<boolean> {
  try {
    const secrets = await keyring;
    await secrets?.set(nameOf(proxy), JSON.stringify(login));
    return secrets !== undefined;
  } catch {
    return false;
  }
}

/** Whether the keyring has none now. */
async function letGo(keyring: Promise<Secrets> | undefined, proxy: Proxy): Promise<boolean> {
  try {
    await (await keyring)?.delete(nameOf(proxy));
    return true;
  } catch (error) {
    return error instanceof SecretsError && error.fault === 'missing';
  }
}

/** Undefined if there is none. Rejects as the keyring does. */
async function stored(
  keyring: Promise<Secrets> | undefined,
  proxy: Proxy,
): Promise<Login | undefined> {
  const text = await (await keyring)?.get(nameOf(proxy));
  const read = v.safeParse(StoredSchema, parseJson(text ?? ''));
  return read.success ? read.output : undefined;
}

const StoredSchema = v.object({ user: v.string(), password: v.string() });
