/** The command for the terminal, in English. */
export const terminal = {
  'cli.usage':
    'Usage: coop-tray status [--json] [--coop=SOURCE] [--lang=fr] [--timeout=SECONDS]\n\nAsks every service of your co-op once, and says how they are.\nExit code: 0 all up, 1 something wants attention, 2 something is down, 3 no answer.',
  'cli.noCoop': 'No co-op is known yet. Start Coop Tray and name yours, or add --coop=YOUR-DOMAIN.',
  'cli.nothingKnown':
    '{total, plural, one {The one service could not be checked} other {None of # services could be checked}}',
  'cli.unsure': 'It fails, but the time was up before that was certain.',
  'cli.internal': 'Coop Tray could not look because of a fault of its own.',
  'cli.echo.usage':
    'Usage: coop-tray echo INSTANCE [--json] [--coop=SOURCE] [--name=GUEST] [--place=TEXT] [--with-secret] [--lang=fr]\n\nTests the echo of one server: its id or name in the co-op document, or the address of a room.\nExit code: 0 good, 1 fair or poor, 2 failed, 3 no answer.',
  'cli.echo.none': 'The co-op document names no servers for echo tests.',
  'cli.echo.unknown':
    'The co-op document names no server “{instance}” for echo tests. It names: {names}.',
  'cli.echo.stopped': 'Stopped.',
} as const;
