/** Completion for bash, with nothing of the package bash-completion. Pure. */
import { commandNames } from '../commands.ts';
import type { Place, Source } from './places.ts';
import { places, sourcesAt } from './places.ts';

/**
 * Candidates that are asked for are compared, never expanded: `compgen -W` would run what a link's keyword has in `$(…)`.
 */
export function bashCompletion(): string {
  return `# bash completion for coop-tray
# bash 3, which macOS has, does not know it.
_coop_tray_option() {
  type compopt > /dev/null 2>&1 && compopt -o "$1"
}
_coop_tray_offer() {
  local word
  while IFS=$'\\t' read -r word _; do
    [[ -n $word && $word == "$cur"* ]] && COMPREPLY+=("$word")
  done
}
_coop_tray() {
  # The line has the path as it was typed, which no program can be started by.
  local app=\${COMP_WORDS[0]}
  [[ $app == '~/'* ]] && app=$HOME\${app#'~'}
  local cur=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]} command= asked= word
  COMPREPLY=()
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in
      ${commandNames.join(' | ')}) command=$word && break ;;
    esac
  done
  # To bash, “=” is a word.
  if [[ $cur == = ]]; then
    cur= asked=$before
  elif [[ $before == = ]]; then
    asked=\${COMP_WORDS[COMP_CWORD - 2]}
  else
    case $command:$before in
      ${valued().join(' | ')}) asked=$before ;;
    esac
  fi
  case $command:$asked in
${places.flatMap(valueArms).join('\n')}
  esac
  [[ -n $asked ]] && return
  if [[ $cur == -* ]]; then
    case $command in
${places.map(optionArm).join('\n')}
    esac
    [[ \${#COMPREPLY[@]} -eq 1 && \${COMPREPLY[0]} == *= ]] && _coop_tray_option nospace
    return
  fi
  case $command in
${places.map(wordArm).join('\n')}
  esac
}
complete -F _coop_tray coop-tray
`;
}

/** The options that take a value, each with its command. */
function valued(): readonly string[] {
  return places.flatMap((place) =>
    [...sourcesAt(place).keys()].flatMap((name) =>
      name === '' ? [] : [`${place.command}:${name}`],
    ),
  );
}

function valueArms(place: Place): readonly string[] {
  return [...sourcesAt(place)].flatMap(([name, source]) =>
    name === '' ? [] : [`    ${place.command}:${name}) ${offer(source)} ;;`],
  );
}

function optionArm({ command, options }: Place): string {
  const words = Object.entries(options).map(
    ([name, { type }]) => `--${name}${type === 'string' ? '=' : ''}`,
  );
  return `      ${pattern(command)}) ${offer({ kind: 'words', words })} ;;`;
}

function wordArm(place: Place): string {
  const { command, action } = place;
  if (command === '')
    return `    ${pattern(command)}) ${offer({ kind: 'words', words: commandNames })} ;;`;
  const own = offer(sourcesAt(place).get('') ?? { kind: 'nothing' });
  if (action === undefined) return `    ${command}) ${own} ;;`;
  const first = offer({ kind: 'words', words: [action] });
  return `    ${command}) if [[ $before == ${command} ]]; then ${first}; else ${own}; fi ;;`;
}

function pattern(command: string): string {
  return command === '' ? "''" : command;
}

function offer(source: Source): string {
  if (source.kind === 'nothing') return ':';
  if (source.kind === 'files') return '_coop_tray_option default';
  if (source.kind === 'asked')
    return `_coop_tray_offer < <("$app" ${source.question} 2> /dev/null)`;
  return `_coop_tray_offer < <(printf '%s\\n' ${source.words.join(' ')})`;
}
