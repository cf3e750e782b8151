/** Where the demo's co-op would be. The ending is reserved: nobody can ever own one of these names. */
export const host = 'pine-lane.example';
export const documentUrl = `https://${host}/.well-known/coop-tray.json`;
export const backupsUrl = `https://${host}/backups.json`;
export const calendarUrl = `https://${host}/calendar.ics`;
export const linksUrl = `https://${host}/links.json`;
export const moneyUrl = `https://money.${host}/graphql/v2`;
/** As it is called there. */
export const collective = 'pine-lane';
export const presenceUrl = `https://${host}/presence.json`;
export const templateUrl = `https://${host}/notes-template.md`;

export const urlOf = (serviceId: string) => `https://${serviceId}.${host}`;

export const rooms = {
  news: `#news:${host}`,
  beta: `#beta:${host}`,
} as const;

export const people = {
  member: `@you:${host}`,
  staff: `@sam:${host}`,
  other: `@noor:${host}`,
} as const;
