/** Repositories' templates as people write them, and what happens to the text that a member enters. */
import { Parser } from 'commonmark';
import { describe, expect, test } from 'vitest';
import { issueContent, markerOf } from '../../../shared/feedback/github-issue.ts';
import { readTemplate, templateLimit } from '../../../shared/feedback/issue-template.ts';
import { closed } from '../../../shared/feedback/markdown.ts';
import { createTranslate } from '../../translate.ts';
import { processorMs } from '../../processor-time.ts';

const t = createTranslate('en');
const said = 'The pads do not open.';
const bodyOf = (name: string, template: string, text = said) => {
  const about = { what: 'service', id: 'pads', name: 'Pads' } as const;
  const feedback = { id: 'f-1', about, kind: 'broken', text, system: 'Debian 12' } as const;
  const content = issueContent(t, feedback, readTemplate(name, template));
  return (JSON.parse(content) as { body: string }).body;
};
/** The first lines of the blocks that a reader of the issue sees; comments are invisible. */
const seen = (body: string) => {
  const lines = body.split('\n');
  const blocks: string[] = [];
  for (let node = new Parser().parse(body).firstChild; node; node = node.next) {
    const [[from]] = node.sourcepos;
    if (node.type === 'html_block' && node.literal?.startsWith('<!--')) continue;
    blocks.push(`${node.type}: ${lines[from - 1] ?? ''}`);
  }
  return blocks;
};
const front = '---\nname: Ticket\nabout: x\n---\n';

describe('a Markdown template', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'whose comment has a heading',
      '<!--\n# Before you write\nLook first.\n-->\n\n## What\n\n## Since when\n',
      ['heading: ## What', `paragraph: ${said}`, 'heading: ## Since when', 'paragraph: Debian 12'],
    ],
    [
      'whose fence has a comment of the shell',
      'Run this:\n\n~~~sh\n# as root\nls\n~~~\n\n## What\n',
      [
        'paragraph: Run this:',
        'code_block: ~~~sh',
        'heading: ## What',
        `paragraph: ${said}`,
        'paragraph: Debian 12',
      ],
    ],
    [
      'whose headings are underlined',
      'What\n====\nYour words\n\nSince\n-----\n',
      ['heading: What', `paragraph: ${said}`, 'heading: Since', 'paragraph: Debian 12'],
    ],
    [
      'whose quote and code by indentation have a heading',
      '> # quoted\n\n    # code\n\n# What\n',
      [
        'block_quote: > # quoted',
        'code_block:     # code',
        'heading: # What',
        `paragraph: ${said}`,
        'paragraph: Debian 12',
      ],
    ],
    [
      'that ends within a comment',
      '## What\n\n## More\n<!-- nobody ends this\n',
      [
        'heading: ## What',
        `paragraph: ${said}`,
        'heading: ## More',
        'paragraph: \\<!-- nobody ends this',
        'paragraph: Debian 12',
      ],
    ],
    [
      'that ends within a fence',
      '## What\n\n## Log\n```\n# paste here\n',
      [
        'heading: ## What',
        `paragraph: ${said}`,
        'heading: ## Log',
        'code_block: ```',
        'paragraph: Debian 12',
      ],
    ],
    [
      'without headings',
      '**What happened**\nIn your words.\n\n**Since**\n',
      [
        `paragraph: ${said}`,
        'paragraph: **What happened**',
        'paragraph: **Since**',
        'paragraph: Debian 12',
      ],
    ],
    ['of nothing', '', [`paragraph: ${said}`, 'paragraph: Debian 12']],
  ])('%s', (_what, markdown, wanted) => {
    for (const whole of [markdown, front + markdown, (front + markdown).replaceAll('\n', '\r\n')]) {
      const body = bodyOf('ticket.md', whole);
      expect(seen(body)).toEqual(wanted);
      expect(body.endsWith(markerOf('f-1'))).toBe(true);
    }
  });

  test('keeps the empty lines of a fence', () => {
    const fence = '```\na\n\n\n\nb\n```';
    expect(bodyOf('ticket.md', `${fence}\n\n# What\n`)).toContain(fence);
  });

  test.each<[string, string, string, readonly string[]]>([
    ['nothing behind its labels', 'title: "T: "\nlabels:\nassignees:', 'T: ', []],
    ['nothing behind its title', 'title:\nlabels: a, b', '', ['a', 'b']],
    ['numbers for words', 'title: 2026\nlabels: 404', '2026', ['404']],
    ['an odd label among others', 'labels: [bug, null, {a: b}, 7, " "]', '', ['bug', '7']],
    ['labels of a kind of their own', 'title: T\nlabels: {a: b}', 'T', []],
    ['a title that is too long', `title: ${'x'.repeat(300)}\nlabels: bug`, '', ['bug']],
    ['a front that is no YAML', '[}', '', []],
    ['a title that is no YAML', 'title: [Bug] it\nlabels: bug', '', ['bug']],
    ['a name that is no YAML', 'name: @x\ntitle: T\nlabels: bug', 'T', ['bug']],
    ['a line in tabs', 'title: T\n\tlabels: bug', 'T', ['bug']],
    ['labels twice', 'labels: a\nlabels: b', '', ['b']],
    ['a front that is one word', 'hello', '', []],
    ['a rule within a word', 'title: a---b\nlabels: bug', 'a---b', ['bug']],
  ])('with %s', (_what, head, title, labels) => {
    const template = readTemplate('a.md', `---\n${head}\n---\n## What\n`);
    expect(template).toMatchObject({ title, labels, sections: [{ heading: '## What' }] });
  });

  test.each([
    ['begins with a rule', '---\n\n## What\n'],
    ['has an empty front', '---\n---\n## What\n'],
    ['has a rule below', '## What\n\n---\n\n## Since\n'],
  ])('that %s', (_what, text) => {
    expect(readTemplate('a.md', text)?.sections[0]?.heading).toBe('## What');
  });
});

describe('a form', () => {
  const form = (body: string, head = '') => `name: Fault\n${head}body:\n${body}`;
  const field = (type: string, label: string, more = '') =>
    `  - type: ${type}\n    attributes: { label: ${label}${more} }\n`;
  const sections = (body: string) => readTemplate('a.yml', form(body))?.sections;

  test('takes the report in its first long text, and no single line, list or log', () => {
    const body = bodyOf(
      'fault.yml',
      form(
        field('input', 'Reach') +
          field('dropdown', 'Service', ', options: [Pads, Mail]') +
          field('textarea', 'Log', ', render: shell') +
          field('textarea', 'Story') +
          field('checkboxes', 'Rules', ', options: [{ label: I have looked, required: true }]'),
      ),
    );
    expect(body).toContain('### Reach\n\n_No response_\n\n### Service\n\n_No response_');
    expect(body).toContain(`### Story\n\n${said}\n\n### Rules\n\n- [ ] I have looked\n\n`);
  });

  test('without a long text has the report above all of it', () => {
    const body = bodyOf('fault.yml', form(field('input', 'Reach') + field('dropdown', 'Service')));
    expect(body.startsWith(`${said}\n\n### Reach\n\n_No response_`)).toBe(true);
  });

  test('keeps what stands in its fields before anybody writes', () => {
    const body =
      field('input', 'Version', ', value: 1.5') +
      field('dropdown', 'Service', ', options: [Pads, Mail], default: 1') +
      field('textarea', 'Log', ', render: sh, value: none');
    expect(sections(body)?.map(({ text }) => text)).toEqual(['1.5', 'Mail', '```sh\nnone\n```']);
  });

  test.each([
    ['without a label', '  - type: textarea\n    attributes: { description: x }\n'],
    ['with an empty label', field('input', '""')],
    ['without attributes', '  - type: textarea\n'],
    ['of a kind that is unknown', field('slider', 'Mood')],
    ['that is a word', '  - hello\n'],
  ])('leaves out a field %s, and no other', (_what, odd) => {
    expect(sections(odd + field('textarea', 'What'))).toEqual([
      { heading: '### What', text: '_No response_' },
    ]);
  });

  test.each(['labels:\n', 'title:\n', 'labels: [null]\n', 'labels: {}\n'])('with %j', (head) => {
    const template = readTemplate('a.yaml', form(field('textarea', 'What'), head));
    expect(template).toMatchObject({ title: '', labels: [], answered: 0 });
  });
});

describe('what a member writes', () => {
  test.each([
    ['a fence that is not ended', '```\nlog', '```\nlog\n```'],
    ['a longer fence', 'x\n~~~~ sh\n```\nlog', 'x\n~~~~ sh\n```\nlog\n~~~~'],
    ['a comment that is not ended', 'so\n<!-- what', 'so\n\\<!-- what'],
    ['a script', '<script>\n\nx', '\\<script>\n\nx'],
    ['a comment, and a fence in it', '<!--\n```\nlog', '\\<!--\n```\nlog\n```'],
    ['two comments', '<!-- a\n\n<!-- b', '\\<!-- a\n\n\\<!-- b'],
    ['a comment that is ended', '<!-- a --> b', '<!-- a --> b'],
    ['a fence within a list', '- ```\n  log', '- ```\n  log'],
    ['a mail that is quoted', '> ```\n> log', '> ```\n> log'],
    ['an arrow', 'a <-- b', 'a <-- b'],
  ])('%s swallows nothing', (_what, text, wanted) => {
    expect(closed(text)).toBe(wanted);
    const body = bodyOf('a.md', '# What\n\n# Since\n', text);
    expect(seen(body).slice(-2)).toEqual(['heading: # Since', 'paragraph: Debian 12']);
  });
});

test.each([
  ['brackets', '[a]('],
  ['quotes', '> '],
  ['emphasis', '*a_ '],
  ['comments', '<!--\n'],
  ['fences', '```\n'],
  ['headings', '# a\n'],
  ['lists', '- '],
  ['fronts', '---\n'],
  ['references', '[a]: b\n'],
  ['blanks', ' \n'],
])('%s without end take no time', (_what, part) => {
  const text = part.repeat(templateLimit / part.length);
  const startMs = processorMs();
  bodyOf('a.md', text);
  bodyOf('a.md', `---\n${text}`);
  expect(processorMs() - startMs).toBeLessThan(2000);
});
