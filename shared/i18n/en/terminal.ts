/** The terminal command, in English. */
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
  'cli.check.usage':
    'Usage: coop-tray check SOURCE [--json] [--lang=fr] [--offline] [--timeout=SECONDS]\n\nLooks through a co-op document before it is published: what is wrong in it, what is probably not meant, and how each service answers once. SOURCE is a file, an https address, or the co-op’s domain. --offline leaves the services alone.\nExit code: 0 nothing found, 1 something is probably not meant or a service is not up, 2 something is wrong in the document, 3 it could not be read.',
  'cli.check.problems': 'Wrong',
  'cli.check.hints': 'Probably not meant',
  'cli.check.services': 'How the services answer now',
  'cli.check.place': 'Line {line}, column {column}',
  'cli.check.refused': 'The app refuses the whole document until this is mended.',
  'cli.check.offline': 'The services were not asked: this machine is offline.',
  'cli.check.well': 'Nothing found in the document of {name}.',
  'cli.check.found':
    '{problems, plural, =0 {Nothing is wrong} one {One place is wrong} other {# places are wrong}}, and {hints, plural, =0 {nothing looks unintended} one {one is probably not meant} other {# are probably not meant}}.',
} as const;
