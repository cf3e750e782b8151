/** What is taken out, and what stands for it. Each stand-in is one word in square brackets, which no pattern takes up. */
export const redactionKinds = [
  'email',
  'account',
  'phone',
  'number',
  'address',
  'room',
  'token',
  'password',
  'home',
  'query',
  'credentials',
] as const;
export type RedactionKind = (typeof redactionKinds)[number];

export const standIns: Readonly<Record<RedactionKind, string>> = {
  email: '[e-mail]',
  account: '[account]',
  phone: '[phone]',
  number: '[number]',
  address: '[IP]',
  room: '[room]',
  token: '[token]',
  password: '[password]',
  home: '[name]',
  query: '[query]',
  credentials: '[credentials]',
};
