/** The command for the terminal, in English. */
export const terminal = {
  'cli.usage':
    'Usage: coop-tray status [--json] [--coop=SOURCE] [--lang=fr] [--timeout=SECONDS]\n\nAsks every service of your co-op once, and says how they are.\nExit code: 0 all up, 1 something wants attention, 2 something is down, 3 no answer.',
  'cli.noCoop': 'No co-op is known yet. Start Coop Tray and name yours, or add --coop=YOUR-DOMAIN.',
  'cli.nothingKnown':
    '{total, plural, one {The one service could not be checked} other {None of # services could be checked}}',
  'cli.unsure': 'It fails, but the time was up before that was certain.',
  'cli.internal': 'Coop Tray could not look because of a fault of its own.',
} as const;
