/** Markdown as its blocks, by CommonMark: a `#` in a comment or in a fence is no heading. Pure. */
import { Parser } from 'commonmark';

export type Section = Readonly<{ heading: string; text: string }>;

type Block = Readonly<{
  type: string;
  /** Of its lines the first, and the one behind the last; from 0. */
  first: number;
  end: number;
}>;

function blocksOf(lines: readonly string[]): readonly Block[] {
  const parser = new Parser();
  // What is within a paragraph does not matter here, and some of it takes time that grows with the square of its length.
  Object.assign(parser, { processInlines: () => undefined });
  const blocks: Block[] = [];
  for (let node = parser.parse(lines.join('\n')).firstChild; node; node = node.next) {
    const [[from], [to]] = node.sourcepos;
    blocks.push({ type: node.type, first: from - 1, end: to });
  }
  return blocks;
}

/** What stands above the first heading, and each heading with what stands below it. Headings within quotes are text. */
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

/** An opener of HTML that goes on over empty lines: a comment, an instruction, a script. */
const endlessHtml = /^( {0,3})(?=<(?:[!?]|(?:script|pre|style|textarea)(?:[\s>]|$)))/gim;

/** The same text, in which nothing is left open that would swallow what is put below it. */
export function closed(markdown: string): string {
  let text = markdown;
  // What is in an open comment is read anew without it: a fence may stand there.
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

/** As a block of code. What it holds may itself have a fence in it. */
export function fenced(text: string, language = ''): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/gu)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n?|\n/u);
}

/** Without empty lines at its ends; the first line keeps its indentation, which may mean code. */
function withoutEdges(text: string): string {
  return text.trimEnd().replace(/^(?:[^\S\n]*\n)+/u, '');
}
