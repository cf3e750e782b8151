/** Completion for zsh. Pure. */
import type { Translate } from '../../i18n/translator.ts';
import { commandNames, commands } from '../commands.ts';
import { optionText } from '../help.ts';
import type { Place, Source } from './places.ts';
import { places, sourcesAt } from './places.ts';

export function zshCompletion(t: Translate): string {
  return `#compdef coop-tray
_coop_tray_offer() {
  local line
  local -a offered
  while IFS= read -r line; do
    [[ -n $line ]] && offered+=("\${\${line//:/\\\\:}/$'\\t'/:}")
  done
  _describe "$1" offered
}
_coop_tray() {
  # The line has the path as it was typed, which no program can be started by.
  local app=\${words[1]}
  [[ $app == '~/'* ]] && app=$HOME\${app#'~'}
  local cur=\${words[CURRENT]} before=\${words[CURRENT-1]} command= asked= word
  local -a offered
  for word in "\${(@)words[2,CURRENT-1]}"; do
    case $word in
      (${commandNames.join('|')}) command=$word && break ;;
    esac
  done
  if [[ $cur == --*=* ]]; then
    asked=\${cur%%=*}
    compset -P '*='
  elif [[ $before == --* ]]; then
    asked=$before
  fi
  case $command:$asked in
${places.flatMap(valueArms).join('\n')}
  esac
  if [[ $cur == -* ]]; then
    case $command in
${places.map((place) => optionArm(t, place)).join('\n')}
    esac
    return
  fi
  case $command in
${places.map((place) => wordArm(t, place)).join('\n')}
  esac
}
if [[ $funcstack[1] == _coop_tray || $funcstack[1] == _coop-tray ]]; then
  _coop_tray "$@"
else
  # A shell that reads this file before it has set up its completion.
  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i; }
  compdef _coop_tray coop-tray
fi
`;
}

function valueArms(place: Place): readonly string[] {
  return [...sourcesAt(place)].flatMap(([name, source]) =>
    name === ''
      ? []
      : [`    (${place.command}:${name}) ${offer(name.slice(2), source)}; return ;;`],
  );
}

function optionArm(t: Translate, { command, options }: Place): string {
  const described = (type: 'string' | 'boolean', end: string) =>
    Object.entries(options)
      .filter(([, option]) => option.type === type)
      .map(([name, option]) => quoted(`--${name}${end}:${optionText(t, option)}`))
      .join(' ');
  return [
    `      (${command === '' ? "''" : command})`,
    `        offered=(${described('boolean', '')}); _describe -o option offered`,
    `        offered=(${described('string', '=')}); _describe -o option offered -S '' ;;`,
  ].join('\n');
}

function wordArm(t: Translate, place: Place): string {
  const { command, action } = place;
  if (command === '') {
    const named = commandNames.map((name) => quoted(`${name}:${t(commands[name].says)}`));
    return `    ('') offered=(${named.join(' ')}); _describe command offered ;;`;
  }
  const own = offer('word', sourcesAt(place).get('') ?? { kind: 'nothing' });
  if (action === undefined) return `    (${command}) ${own} ;;`;
  const first = offer('action', { kind: 'words', words: [action] });
  return `    (${command}) if [[ $before == ${command} ]]; then ${first}; else ${own}; fi ;;`;
}

function offer(what: string, source: Source): string {
  if (source.kind === 'nothing') return ':';
  if (source.kind === 'files') return '_files';
  if (source.kind === 'asked')
    return `_coop_tray_offer ${what} < <("$app" ${source.question} 2> /dev/null)`;
  return `_coop_tray_offer ${what} < <(print -l ${source.words.join(' ')})`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
