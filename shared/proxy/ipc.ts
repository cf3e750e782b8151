/** IPC calls and events of proxies. */
import * as v from 'valibot';
import { ProxySettingSchema, proxyAddressLimit, proxyOrigins } from '../net/proxy-choice.ts';
import { ReasonSchema } from '../observation/observation.ts';

const ProxyStateSchema = v.object({
  setting: ProxySettingSchema,
  /** What connections have used lately, without repetitions; empty before the first one. */
  inUse: v.array(
    v.object({
      from: v.picklist(proxyOrigins),
      /** The environment variable that names it. */
      variable: v.optional(v.string()),
      /** `host:port`, or `direct`; absent if it cannot be used. */
      way: v.optional(v.string()),
    }),
  ),
  /** A proxy that lets nothing through without a login. */
  wanted: v.optional(
    v.object({
      /** `host:port`. */
      proxy: v.string(),
      wasRefused: v.boolean(),
      /** The kinds of login that it has, if the app has none of them. */
      kinds: v.optional(v.string()),
    }),
  ),
  /** Whether a login that the member has entered is in use. */
  hasLogin: v.boolean(),
});
export type ProxyState = Readonly<v.InferOutput<typeof ProxyStateSchema>>;

const Typed = v.pipe(v.string(), v.maxLength(255));

const ProxyTestSchema = v.variant('outcome', [
  v.object({
    outcome: v.literal('answered'),
    host: v.string(),
    /** `host:port`; absent if the connection was direct. */
    proxy: v.optional(v.string()),
    ms: v.number(),
  }),
  v.object({ outcome: v.literal('failed'), host: v.string(), reason: ReasonSchema }),
  /** The co-op names nothing on the web to ask. */
  v.object({ outcome: v.literal('nothing') }),
]);
export type ProxyTest = Readonly<v.InferOutput<typeof ProxyTestSchema>>;

export const proxyCalls = {
  /** The current state; events carry later ones. */
  'proxy.get': { payload: v.undefined(), result: ProxyStateSchema },
  /** A login in the address goes to the keyring, and is not kept with it. */
  'proxy.set': { payload: v.object({ setting: ProxySettingSchema }), result: v.void() },
  /** Asks an address of the co-op, the way that all connections take. */
  'proxy.test': { payload: v.undefined(), result: ProxyTestSchema },
  /**
   * For the proxy that the member was shown, as `host:port`; no other gets it. Whether the keyring has it, which is kept
   * until the app ends otherwise; undefined if that proxy no longer asks.
   */
  'proxy.login': {
    payload: v.object({
      proxy: v.pipe(v.string(), v.maxLength(proxyAddressLimit)),
      // Basic authentication has no way to write a colon in a name (RFC 7617).
      user: v.pipe(Typed, v.regex(/^[^:]+$/)),
      password: Typed,
    }),
    result: v.optional(v.boolean()),
  },
  /** Deletes the logins in use, from the keyring too; whether that has let go of them. */
  'proxy.forget': { payload: v.undefined(), result: v.boolean() },
} as const;

export const proxyEvents = {
  /** The full state after any change. */
  proxy: ProxyStateSchema,
} as const;
