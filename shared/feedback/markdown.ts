/** Splits Markdown into blocks by CommonMark, so that a `#` in a comment or a fence is not a heading. Pure. */
import { Parser } from 'commonmark';

export type Section = Readonly<{ heading: string; text: string }>;

type Block = Readonly<{
  type: string;
  /** First line, from 0, and the line after the last. */
  first: number;
  end: number;
}>;

function blocksOf(lines: readonly string[]): readonly Block[] {
  const parser = new Parser();
  // Inline content is not needed here, and some of it takes quadratic time.
  Object.assign(parser, { processInlines: () => undefined });
  const blocks: Block[] = [];
  for (let node = parser.parse(lines.join('\n')).firstChild; node; node = node.next) {
    const [[from], [to]] = node.sourcepos;
    blocks.push({ type: node.type, first: from - 1, end: to });
  }
  return blocks;
}

/** The text above the first heading, and each heading with its text. Headings in quotes count as text. */
export function sectionsOf(
  markdown: string,
): Readonly<{ intro: string; sections: readonly Section[] }> {
  const lines = linesOf(markdown);
  const headings = blocksOf(lines).filter(({ type }) => type === 'heading');
  const textFrom = (first: number, end?: number) =>
    withoutEdges(lines.slice(first, end).join('\n'));
  return {
    intro: textFrom(0, headings[0]?.first),
    sections: headings.map(({ first, end }, at) => ({
      heading: withoutEdges(lines.slice(first, end).join('\n')),
      text: textFrom(end, headings[at + 1]?.first),
    })),
  };
}

/** Opens HTML that does not end at an empty line: a comment, an instruction, a script. */
const endlessHtml = /^( {0,3})(?=<(?:[!?]|(?:script|pre|style|textarea)(?:[\s>]|$)))/gim;

/** The text with any open fence or HTML block closed, so that it does not swallow what follows. */
export function closed(markdown: string): string {
  let text = markdown;
  // Escaping an open comment may reveal an open fence, hence a second try.
  for (let tries = 0; tries < 2; tries += 1) {
    const lines = [...linesOf(text), '', 'below'];
    const last = blocksOf(lines).at(-1);
    if (!last || last.type === 'paragraph') return text;
    const [fence] = /(?:`{3,}|~{3,})/.exec(lines[last.first] ?? '') ?? [];
    if (last.type === 'code_block' && fence) return `${text.trimEnd()}\n${fence}`;
    const before = lines.slice(0, last.first);
    const open = lines.slice(last.first, -2).join('\n');
    text = [...before, open.replaceAll(endlessHtml, '$1\\')].join('\n');
  }
  return text;
}

/** A code block whose fence is longer than any run of backticks in the text. */
export function fenced(text: string, language = ''): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/gu)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n?|\n/u);
}

/** Strips empty lines at both ends; the first line keeps its indentation, which may mean code. */
function withoutEdges(text: string): string {
  return text.trimEnd().replace(/^(?:[^\S\n]*\n)+/u, '');
}
