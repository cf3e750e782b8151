/** The same in French. */
import { GB, at, days, lastNight, noon, play, success, toronto } from './stage.ts';

play([
  {
    what: 'en retard',
    now: noon,
    locale: 'fr',
    says: { schedule: toronto, ...success('2026-11-22T02:10:00-05:00') },
    seen: [
      'bad',
      'late: La sauvegarde prévue (02:00) n’est pas arrivée. La dernière réussie : 22 nov., 02:10, il y a 2 j.',
    ],
  },
  {
    what: 'échouée, pas assez de jours, rétrécie',
    now: noon,
    locale: 'fr',
    says: {
      schedule: toronto,
      ...success('2026-11-24T02:10:00-05:00'),
      lastAttempt: { atUtcMs: at('2026-11-24T08:10:00-05:00'), ok: false, error: 'disque plein' },
      retention: { wantedDays: 90, heldDays: 88 },
      days: days('2026-11-05', '2026-11-24', { '2026-11-10': undefined }).map((one) => ({
        ...one,
        sizeBytes: one.day === '2026-11-24' ? 0.4 * GB : 1.234 * GB,
      })),
    },
    seen: [
      'bad',
      'failed: La dernière exécution a échoué (08:10) : « disque plein »',
      'missing-days: Pour un jour des 90 derniers, le 10 nov., il n’y a pas de sauvegarde.',
      'retention-short: Elle garde 88 jours, alors que 90 sont voulus.',
      'shrunk: La dernière sauvegarde est bien plus petite que les précédentes : 400 Mo, alors que 1,23 Go est habituel.',
    ],
  },
  {
    what: 'contrôle, essai et copie de secours trop vieux',
    now: noon,
    locale: 'fr',
    says: {
      ...lastNight,
      check: { atUtcMs: at(noon) - 36 * 86_400_000, ok: true },
      drill: { atUtcMs: at(noon) - 101 * 86_400_000, ok: true },
      standby: { restoredFromUtcMs: at('2026-11-21T02:10:00-05:00'), maxAgeS: 93_600 },
    },
    seen: [
      'warning',
      'check-old: Le dernier contrôle d’intégrité date d’il y a 36 j (19 oct. 2026).',
      'drill-old: Le dernier essai de restauration date d’il y a 101 j (15 août 2026) ; il en faudrait un tous les 100 jours.',
      'standby-stale: Les données de la copie de secours ont 3 j (21 nov., 02:10) ; elles ne devraient pas avoir plus de 26 heures.',
    ],
  },
  {
    what: 'en pause, et le disque se remplit',
    now: noon,
    locale: 'fr',
    says: {
      ...lastNight,
      paused: {},
      upkeep: { atUtcMs: at('2026-11-22T04:00:00-05:00'), ok: false },
    },
    seen: [
      'warning',
      'paused: Le programme qui la fait est en pause : aucune sauvegarde ne se fait tant que personne ne le relance.',
      'upkeep-failed: Les anciennes copies n’ont pas pu être retirées (22 nov., 04:00).',
    ],
  },
  {
    what: 'rien de lu depuis hier',
    now: noon,
    locale: 'fr',
    readS: 86_400,
    says: { schedule: toronto, ...success('2026-11-23T02:10:00-05:00') },
    seen: [
      'unknown',
      'stale-reading: Ce qu’on en sait date d’il y a 1 j : rien de plus récent n’a pu être lu.',
    ],
  },
]);
