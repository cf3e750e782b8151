/** The machine's time zone as an IANA name. Where the system does not know (`Etc/Unknown`), it counts in UTC itself. */
export function machineTimeZone(): string {
  const named = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return named && named !== 'Etc/Unknown' ? named : 'UTC';
}
