/** The terminal command, in English. */
export const terminal = {
  'cli.help.usage': 'Usage: {words}',
  'cli.help.command': 'COMMAND',
  'cli.help.commands': 'Commands:',
  'cli.help.options': 'Options:',
  'cli.help.exitCodes': 'Exit code: {codes}',
  'cli.help.default': '{text} Default: {value}.',
  'cli.help.more': 'Type “coop-tray {command} --help” for more about a command.',
  'cli.about.says':
    'Shows in the tray how the services of your co-op are. Without a command, it starts the app.',
  'cli.about.what':
    'When a service breaks, it says so once, with what to use instead, and tells you when it’s just your own network.',
  'cli.about.exitCodes': '0 the app has ended, 1 it couldn’t start.',
  'cli.about.version': 'Coop Tray {version}, with Electron {electron}',
  'cli.man.says': 'Services of your co-op, in the tray and in a terminal',
  'cli.man.head.name': 'NAME',
  'cli.man.head.synopsis': 'SYNOPSIS',
  'cli.man.head.description': 'DESCRIPTION',
  'cli.man.head.options': 'OPTIONS',
  'cli.man.head.commands': 'COMMANDS',
  'cli.man.head.exitCodes': 'EXIT STATUS',
  'cli.man.head.files': 'FILES',
  'cli.man.chromium':
    'Switches of Chromium, such as --user-data-dir, go before the command. Chromium doesn’t run as root.',
  'cli.man.files': 'What the app knows, and its settings. Commands read it and never write it.',

  'cli.value.source': 'SOURCE',
  'cli.value.lang': 'LANGUAGE',
  'cli.value.seconds': 'SECONDS',
  'cli.value.service': 'SERVICE',
  'cli.value.server': 'SERVER',
  'cli.value.guest': 'GUEST',
  'cli.value.text': 'TEXT',
  'cli.value.file': 'FILE',
  'cli.value.keyword': 'KEYWORD',
  'cli.value.argument': 'ARGUMENT',
  'cli.value.shell': 'SHELL',

  'cli.option.help': 'Shows this help.',
  'cli.option.version': 'Shows the version.',
  'cli.option.join':
    'Adds this co-op, after asking in the window: its domain, the address of its document, or a file.',
  'cli.option.show': 'Opens the window.',
  'cli.option.hidden': 'Starts as an icon only, as at login.',
  'cli.option.verbose': 'Writes more into the log, to find a fault.',
  'cli.option.wholeChromium':
    'Leaves out the savings of memory, for a Linux desktop that draws the window badly.',
  'cli.option.json': 'One line of JSON, even if there’s no answer.',
  'cli.option.coop':
    'Another co-op: its domain, the address of its document, or a file. By default, the one in the app.',
  'cli.option.lang': 'The language of the output, en or fr. By default, that of the terminal.',
  'cli.option.timeout': 'The limit for the whole run.',
  'cli.option.offline': 'Checks only the document, not the services.',
  'cli.option.name': 'Your name in the room.',
  'cli.option.place': 'Where you are, in your own words, for the report.',
  'cli.option.withSecret':
    'Creates a separate room, with the server’s shared secret from your keyring.',
  'cli.option.print': 'Prints the address instead of opening it.',

  'cli.status.says':
    'Checks every service of your co-op once, or only those that you name, and shows the results.',
  'cli.status.exitCodes':
    '0 everything works, 1 something needs attention, 2 something is down, 3 no answer.',
  'cli.status.unknown': 'The co-op document lists no service “{service}”. It lists: {names}.',
  'cli.noCoop': 'No co-op added yet. Open Coop Tray and add yours, or use --coop=YOUR-DOMAIN.',
  'cli.nothingKnown':
    '{total, plural, one {The only service couldn’t be checked} other {None of the # services could be checked}}',
  'cli.unsure': 'Failing, but not confirmed before the timeout.',
  'cli.broken': 'Something went wrong in Coop Tray. Please report this:',
  'cli.internal': 'Coop Tray couldn’t check (a bug in Coop Tray).',
  'cli.unknownCommand': 'There’s no command “{word}”. Type “coop-tray --help” for all of them.',
  'cli.badOption': 'There’s no option {option}.',
  'cli.badValue': 'The option {option} is written as shown below.',
  'cli.unwritten': 'The answer couldn’t be written ({error}).',
  'cli.echo.says':
    'Runs an echo test on one server: its id or name in the co-op document, or a room link.',
  'cli.echo.exitCodes': '0 good, 1 fair or poor, 2 failed, 3 no answer.',
  'cli.echo.none': 'The co-op document lists no servers for echo tests.',
  'cli.echo.unknown':
    'The co-op document lists no server “{instance}” for echo tests. It lists: {names}.',
  'cli.echo.stopped': 'Stopped.',
  'cli.open.says':
    'Opens one of your co-op’s links in the browser, or prints its address. The argument takes the place of %s in it.',
  'cli.open.exitCodes': '0 done, 1 there’s no such link, 3 no answer.',
  'cli.open.noLinks': 'The co-op document lists no links.',
  'cli.open.unread': 'The list of links couldn’t be read.',
  'cli.open.unknown': 'There’s no link “{keyword}”.',
  'cli.open.similar': 'There’s no link “{keyword}”. Did you mean: {names}?',
  'cli.open.failed': 'The browser couldn’t be opened. Use --print for the address.',
  'cli.check.says':
    'Checks a co-op document before it’s published: errors, likely mistakes, and how each service answers once. The source is a file, an https address, or the co-op’s domain.',
  'cli.check.exitCodes':
    '0 no problems, 1 a likely mistake or a service that isn’t up, 2 an error in the document, 3 it couldn’t be read.',
  'cli.check.problems': 'Errors',
  'cli.check.hints': 'Likely mistakes',
  'cli.check.services': 'How the services answer now',
  'cli.check.place': 'Line {line}, column {column}',
  'cli.check.refused': 'Coop Tray rejects the whole document until this is fixed.',
  'cli.check.offline': 'The services weren’t checked: this computer is offline.',
  'cli.check.well': 'No problems found in the document of {name}.',
  'cli.check.found':
    '{problems, plural, =0 {No errors} one {# error} other {# errors}}, {hints, plural, =0 {no likely mistakes} one {# likely mistake} other {# likely mistakes}}.',

  'cli.backups.says':
    'Shows what members would see from a coop-backups/1 file, and its errors. The file may be an address.',
  'cli.backups.exitCodes':
    '0 no errors, 1 errors in it, 2 it can’t be read, 3 an option is misspelled.',
  'cli.completion.says':
    'Prints the completion of this command for bash, zsh or fish. The deb and rpm packages bring it along.',
  'cli.completion.exitCodes': '0 done, 3 an option is misspelled.',
} as const;
