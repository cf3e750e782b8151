/** The stored credentials of a Matrix account, in the keyring only. */
import * as v from 'valibot';
import { BindingSchema } from '../../../../shared/binding.ts';

export type KeptSecrets = Readonly<{
  get: (account: string) => Promise<string | undefined>;
  set: (account: string, secret: string) => Promise<void>;
  delete: (account: string) => Promise<void>;
}>;

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(1024));

/** The fields used of the server's answer to a login. */
export const LoginSchema = v.object({ user_id: text, device_id: text, access_token: text });

const KeptSchema = v.object({
  version: v.literal(1),
  baseUrl: v.pipe(v.string(), v.url(), v.maxLength(512)),
  userId: text,
  deviceId: text,
  accessToken: text,
  /** For an account that signed in by OAuth 2.0, whose tokens last minutes and are renewed. */
  oauth: v.optional(
    v.object({
      clientId: text,
      refreshToken: v.optional(text),
      /** Where they are renewed; missing in entries of early versions. */
      bound: v.optional(BindingSchema),
    }),
  ),
});
export type Kept = Readonly<v.InferOutput<typeof KeptSchema>>;

export const accountOf = (userId: string) => `matrix:${userId}`;

/** Undefined if there is none, or this version cannot parse it. */
export async function readKept(secrets: KeptSecrets, userId: string): Promise<Kept | undefined> {
  const kept = await secrets.get(accountOf(userId));
  if (kept === undefined) return undefined;
  try {
    return v.parse(KeptSchema, JSON.parse(kept));
  } catch {
    return undefined;
  }
}

export function writeKept(secrets: KeptSecrets, kept: Kept): Promise<void> {
  return secrets.set(accountOf(kept.userId), JSON.stringify(kept));
}
