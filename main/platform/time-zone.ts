/** The machine's IANA time zone. If the system does not know it (`Etc/Unknown`), UTC, as the system uses. */
export function machineTimeZone(): string {
  const named = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return named && named !== 'Etc/Unknown' ? named : 'UTC';
}
