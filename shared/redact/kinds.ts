/** What is taken out, and what stands for it. Each stand-in is one word in square brackets, which no pattern takes up. */
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

/** How the member's wish to leave something in is kept: `ana` left in as a name is still taken out as a password. */
export function keptAs({ kind, text }: Readonly<{ kind: RedactionKind; text: string }>): string {
  return `${kind} ${text}`;
}

export const standIns: Readonly<Record<RedactionKind, string>> = {
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
