/** The terminal command, in English. */
export const terminal = {
  'cli.usage':
    'Usage: coop-tray status [--json] [--coop=SOURCE] [--lang=fr] [--timeout=SECONDS]\n\nChecks every service of your co-op once and shows the results.\nExit code: 0 everything works, 1 something needs attention, 2 something is down, 3 no answer.',
  'cli.noCoop': 'No co-op added yet. Open Coop Tray and add yours, or use --coop=YOUR-DOMAIN.',
  'cli.nothingKnown':
    '{total, plural, one {The only service couldn’t be checked} other {None of the # services could be checked}}',
  'cli.unsure': 'Failing, but not confirmed before the timeout.',
  'cli.internal': 'Coop Tray couldn’t check (a bug in Coop Tray).',
  'cli.echo.usage':
    'Usage: coop-tray echo INSTANCE [--json] [--coop=SOURCE] [--name=GUEST] [--place=TEXT] [--with-secret] [--lang=fr]\n\nRuns an echo test on one server: its id or name in the co-op document, or a room link.\nExit code: 0 good, 1 fair or poor, 2 failed, 3 no answer.',
  'cli.echo.none': 'The co-op document lists no servers for echo tests.',
  'cli.echo.unknown':
    'The co-op document lists no server “{instance}” for echo tests. It lists: {names}.',
  'cli.echo.stopped': 'Stopped.',
  'cli.open.usage':
    'Usage: coop-tray open KEYWORD [ARGUMENT] [--print] [--coop=SOURCE] [--lang=fr]\n\nOpens one of your co-op’s links in the browser, or prints its address.\nExit code: 0 done, 1 there’s no such link, 3 no answer.',
  'cli.open.noLinks': 'The co-op document lists no links.',
  'cli.open.unread': 'The list of links couldn’t be read.',
  'cli.open.unknown': 'There’s no link “{keyword}”.',
  'cli.open.similar': 'There’s no link “{keyword}”. Did you mean: {names}?',
  'cli.open.failed': 'The browser couldn’t be opened. Use --print for the address.',
  'cli.check.usage':
    'Usage: coop-tray check SOURCE [--json] [--lang=fr] [--offline] [--timeout=SECONDS]\n\nChecks a co-op document before it’s published: errors, likely mistakes, and how each service answers once. SOURCE is a file, an https address, or the co-op’s domain. --offline skips the services.\nExit code: 0 no problems, 1 a likely mistake or a service that isn’t up, 2 an error in the document, 3 it couldn’t be read.',
  'cli.check.problems': 'Errors',
  'cli.check.hints': 'Likely mistakes',
  'cli.check.services': 'How the services answer now',
  'cli.check.place': 'Line {line}, column {column}',
  'cli.check.refused': 'Coop Tray rejects the whole document until this is fixed.',
  'cli.check.offline': 'The services weren’t checked: this computer is offline.',
  'cli.check.well': 'No problems found in the document of {name}.',
  'cli.check.found':
    '{problems, plural, =0 {No errors} one {# error} other {# errors}}, {hints, plural, =0 {no likely mistakes} one {# likely mistake} other {# likely mistakes}}.',
} as const;
