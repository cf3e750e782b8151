import type { MessageKey } from '../en.ts';
import type { services as english } from '../en/services.ts';

export const services: Readonly<Record<keyof typeof english & MessageKey, string>> = {
  'summary.mineUp': 'Vos services fonctionnent',
  'summary.upBut':
    '{count, plural, one {{names} est en maintenance} other {{names} sont en maintenance}}, tout le reste fonctionne',
  'cli.chores': 'Pour les admins : {names}',
};
