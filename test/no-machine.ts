/**
 * Makes code that reads the machine's time, zone or language throw during tests, in rules of the app and in tests
 * alike; these values must be passed in. Packages may read them, and so may code that measures a duration.
 */
export type Asked = 'time' | 'zone' | 'language';
type Given = unknown[];

let mayAsk = (_asked: Asked, _file: string) => true;

/** Installs the guards; `allow` gets a line of a stack trace and says what that caller may read all the same. */
export function keepFromMachine(allow: typeof mayAsk): void {
  mayAsk = allow;
}

/** Most stack frames of this file and of the engine between the guarded call and its caller. */
const framesBetween = 8;

/** Throws if the caller is the project's own code. */
function refuse(asked: Asked): void {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = framesBetween;
  const frames = new Error('here').stack?.split('\n') ?? [];
  Error.stackTraceLimit = stackTraceLimit;
  const asker = frames.find((one) => /node:|\//.test(one) && !one.includes(import.meta.filename));
  if (asker === undefined || /node:|node_modules/.test(asker) || mayAsk(asked, asker)) return;
  throw new Error(`This asks for the ${asked} of the machine, and ends otherwise on another.`);
}

const RealDate = Date;

/** A time without a zone, such as `2026-11-23T12:00`, depends on the machine's. */
const hasNoZone = (text: unknown) =>
  typeof text === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+$/.test(text);

const asking = {
  now: () => {
    refuse('time');
    return RealDate.now();
  },
  parse: (text: string) => {
    if (hasNoZone(text)) refuse('zone');
    return RealDate.parse(text);
  },
};

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given: Given, as) => {
    if (given.length === 0) refuse('time');
    if (given.length > 1 || hasNoZone(given[0])) refuse('zone');
    return Reflect.construct(target, given, as) as Date;
  },
  get: (target, name) => Reflect.get(name in asking ? asking : target, name) as unknown,
});

/** Makes methods throw when the machine would have to supply a default; `lacks` says when. */
function guard(
  prototype: object,
  names: readonly string[],
  asked: Asked,
  lacks: (given: Given) => boolean,
) {
  for (const name of names) {
    const real = Reflect.get(prototype, name) as (...given: Given) => unknown;
    Reflect.set(prototype, name, function guarded(this: unknown, ...given: Given) {
      if (lacks(given)) refuse(asked);
      return real.apply(this, given);
    });
  }
}

const lacksZone = ([, options]: Given) =>
  (options as { timeZone?: string })?.timeZone === undefined;
const lacksLanguage = ([locale]: Given) => locale === undefined;
const methods = Object.getOwnPropertyNames(RealDate.prototype);
const onTheWall = /^(?:get|set)(?!Time$|UTC)|^to(?:|Date|Time)String$/;

guard(
  RealDate.prototype,
  methods.filter((name) => onTheWall.test(name)),
  'zone',
  () => true,
);
guard(
  RealDate.prototype,
  methods.filter((name) => name.startsWith('toLocale')),
  'zone',
  lacksZone,
);
guard(String.prototype, ['toLocaleLowerCase', 'toLocaleUpperCase'], 'language', lacksLanguage);
guard(String.prototype, ['localeCompare'], 'language', (given) => lacksLanguage(given.slice(1)));
guard(Number.prototype, ['toLocaleString'], 'language', lacksLanguage);

Intl.DateTimeFormat = new Proxy(Intl.DateTimeFormat, {
  construct: (target, given: Given, as) => {
    if (lacksLanguage(given)) refuse('language');
    if (lacksZone(given)) refuse('zone');
    return Reflect.construct(target, given, as) as Intl.DateTimeFormat;
  },
});
