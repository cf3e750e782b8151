/** Completion for fish. Pure. */
import type { Translate } from '../../i18n/translator.ts';
import { commandNames, commands } from '../commands.ts';
import { optionText } from '../help.ts';
import type { Place, Source } from './places.ts';
import { places, sourceOf, sourcesAt } from './places.ts';

export function fishCompletion(t: Translate): string {
  return `# fish completion for coop-tray
function __coop_tray_in -d 'Whether the first command on the line is this one; without a name, whether there is none'
  for word in (commandline -opc)[2..-1]
    if contains -- $word ${commandNames.join(' ')}
      test $word = "$argv[1]"
      return
    end
  end
  test -z "$argv[1]"
end
complete -c coop-tray -f
${commandNames.map((name) => `complete -c coop-tray -n '${at('')}' -a ${name} -d ${quoted(t(commands[name].says))}`).join('\n')}
${places.flatMap((place) => linesOf(t, place)).join('\n')}
`;
}

/** `__fish_seen_subcommand_from` would do for no link or service with the name of a command. */
const at = (command: string) => `__coop_tray_in ${command}`.trim();

function linesOf(t: Translate, place: Place): readonly string[] {
  const { command, options, action } = place;
  const start = `complete -c coop-tray -n '${at(command)}'`;
  const named = Object.entries(options).map(([name, option]) => {
    const value = option.type === 'string' ? ` -r ${offer(sourceOf(option.value.candidates))}` : '';
    const short = option.short === undefined ? '' : ` -s ${option.short}`;
    return `${start} -l ${name}${short}${value} -d ${quoted(optionText(t, option))}`;
  });
  const words = offer(sourcesAt(place).get('') ?? { kind: 'nothing' });
  return [
    ...named,
    ...(action === undefined ? [] : [`${start} -a ${action}`]),
    ...(words === '' ? [] : [`${start} ${words}`]),
  ];
}

function offer(source: Source): string {
  if (source.kind === 'nothing') return '';
  if (source.kind === 'files') return '-F';
  if (source.kind === 'asked') return `-a '(coop-tray ${source.question} 2> /dev/null)'`;
  return `-a '${source.words.join(' ')}'`;
}

function quoted(text: string): string {
  return `'${text.replaceAll(/['\\]/g, String.raw`\$&`)}'`;
}
