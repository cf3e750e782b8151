/** What is redacted, and its placeholders: one word in square brackets, which no pattern matches. */
export const redactionKinds = [
  'email',
  'account',
  'phone',
  'number',
  'place',
  'address',
  'room',
  'token',
  'password',
  'home',
  'query',
  'credentials',
] as const;
export type RedactionKind = (typeof redactionKinds)[number];

/**
 * Key of a removal that the member put back. Includes the kind: `ana` put back as a name is still redacted as a
 * password.
 */
export function keptAs({ kind, text }: Readonly<{ kind: RedactionKind; text: string }>): string {
  return `${kind} ${text}`;
}

export const placeholders: Readonly<Record<RedactionKind, string>> = {
  email: '[e-mail]',
  account: '[account]',
  phone: '[phone]',
  number: '[number]',
  place: '[place]',
  address: '[IP]',
  room: '[room]',
  token: '[token]',
  password: '[password]',
  home: '[name]',
  query: '[query]',
  credentials: '[credentials]',
};
