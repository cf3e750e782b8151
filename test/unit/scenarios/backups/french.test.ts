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
      'late: 2 sauvegardes manquantes depuis le 23 nov., 02:00. Dernière sauvegarde réussie il y a 2 j (22 nov., 02:10).',
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
      'failed: La dernière sauvegarde a échoué (08:10) : « disque plein »',
      'missing-days: 1 jour sans sauvegarde (le 10 nov.) sur les 90 derniers.',
      'retention-short: Conserve 88 jours ; 90 sont exigés.',
      'shrunk: La dernière sauvegarde est bien plus petite que d’habitude : 400 Mo au lieu de 1,23 Go.',
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
      'check-old: Le dernier contrôle d’intégrité remonte à 36 j (19 oct. 2026).',
      'drill-old: Dernier test de restauration il y a 101 j (15 août 2026) ; à faire tous les 100 jours.',
      'standby-stale: Les données de la copie de secours ont 3 j (21 nov., 02:10) ; la limite est de 26 heures.',
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
      'paused: En pause : aucune sauvegarde tant que personne ne les reprend.',
      'upkeep-failed: Les anciennes copies n’ont pas pu être supprimées (22 nov., 04:00).',
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
      'stale-reading: Le dernier état connu remonte à 1 j : aucun rapport plus récent n’est arrivé.',
    ],
  },
]);
