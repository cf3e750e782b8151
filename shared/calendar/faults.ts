/** What is wrong with a calendar that can be read all the same. Pure. */

export type CalendarFaultCode =
  /** Events without a start that can be read: they are left out. */
  | 'bad-event'
  /** Rules that cannot be read: their event is shown once. */
  | 'bad-rule'
  /** Single dates of a series that cannot be read. */
  | 'bad-date'
  /** Zones that nobody knows: their times are taken in the calendar's zone, or else the member's. */
  | 'unknown-zone'
  /** Parts, or the calendar itself, without an end: something may be missing. */
  | 'no-end'
  /** Events beyond the limit. */
  | 'too-many-events'
  /** Rules whose times took too long to find: some are missing. */
  | 'slow-rule';

export type CalendarFault = Readonly<{
  code: CalendarFaultCode;
  /** How many there are of the kind. */
  count?: number;
  /** Of the first one, from outside: the name of a zone, a line, or a title. */
  example?: string;
}>;

const exampleLimit = 200;

export function createFaultCounter() {
  const found = new Map<CalendarFaultCode, { count: number; example: string }>();
  return {
    add: (code: CalendarFaultCode, example = '', count = 1): void => {
      const known = found.get(code);
      if (known) known.count += count;
      else if (count > 0) found.set(code, { count, example: example.slice(0, exampleLimit) });
    },
    all: (): readonly CalendarFault[] =>
      [...found].map(([code, { count, example }]) => ({
        code,
        count,
        ...(example === '' ? {} : { example }),
      })),
  };
}

export type FaultCounter = ReturnType<typeof createFaultCounter>;
